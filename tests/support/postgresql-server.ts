import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { postgresqlBinaries } from './postgresql-binaries.ts'

/** A PostgreSQL server that lives as long as the tests. `url` is that of its database `postgres`. */
export interface PostgresqlServer {
  url: string
  stop: () => Promise<void>
}

/** Durability off: these databases are thrown away. No socket files: connections come over the loopback alone. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** As a server is that keeps what it says. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** Whom a server runs as that must not run as root: an account that every system has and that owns nothing. */
const ORDINARY_USER = 'nobody'

type RunAs = { uid: number; gid: number } | Record<string, never>

/**
 * Starts a real PostgreSQL server from the programs that npm installed, in a temporary folder.
 * `durable`: with every commit on the disk, as people run one.
 * @throws when it cannot: no programs for this system, no user to run it as
 */
export async function startPostgresqlServer({ durable = false } = {}): Promise<PostgresqlServer> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-postgresql-'))
  chmodSync(folder, 0o755) // for the server's user
  try {
    const runAs = ordinaryUser()
    const bin = join(postgresqlBinaries(join(folder, 'programs'), 'uid' in runAs), 'bin')
    const password = randomUUID()
    const data = await makeCluster(join(bin, 'initdb'), folder, password, runAs)
    const port = await freePort()
    const server = await startServer(join(bin, 'postgres'), data, port, { runAs, durable })
    const stop = async (): Promise<void> => {
      await stopServer(server)
      rmSync(folder, { recursive: true, force: true })
    }
    return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function ordinaryUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, ORDINARY_USER], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function makeCluster(initdb: string, folder: string, password: string, runAs: RunAs): Promise<string> {
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if ('uid' in runAs) for (const path of [data, passwordFile]) chownSync(path, runAs.uid, runAs.gid)
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  await promisify(execFile)(initdb, [`--pgdata=${data}`, ...options], { cwd: folder, ...runAs })
  return data
}

function startServer(
  postgres: string,
  data: string,
  port: number,
  { runAs, durable }: { runAs: RunAs; durable: boolean },
): Promise<ChildProcess> {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? DURABLE : {}), port: String(port) }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  )
  const server = spawn(postgres, ['-D', data, ...settings], {
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...runAs,
  })
  process.once('exit', () => server.kill('SIGINT'))
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-2000)
      if (log.includes('ready to accept connections')) resolve(server)
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL stopped: ${log.slice(-500)}`)))
  })
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGINT')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
