import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/paths.ts'

export interface RunningServer {
  readonly url: string
  readonly process: ChildProcess
  /** Resident memory, in MB. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

/** Starts the built `stet serve` on a free port of this machine. */
export const startStet = (databaseUrl: string): Promise<RunningServer> =>
  startServer([join(projectRoot, 'bin/stet'), 'serve'], databaseUrl)

/** Starts the bare server that Stet is measured against. */
export const startBare = (databaseUrl: string): Promise<RunningServer> =>
  startServer(['--import', 'tsx', join(projectRoot, 'bench/bare-server.ts')], databaseUrl)

async function startServer(args: readonly string[], databaseUrl: string): Promise<RunningServer> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      BASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  return {
    url,
    process: child,
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** The address that a server prints when it listens. What it prints later is read and dropped. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-2000)
      const port = /(?:is at|listening on) http:\/\/[^\s:]+:(\d+)/.exec(printed)?.[1]
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
    })
    child.once('exit', (code) => reject(new Error(`The server stopped (${code}): ${printed}`)))
  })
}
