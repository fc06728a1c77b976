import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../src/paths.ts'

/** A `stet serve` of its own, as `npm ci` built it. */
export interface BuiltServer {
  readonly url: string
  readonly process: ChildProcess
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

export const isBuilt = (): boolean => existsSync(join(projectRoot, 'dist/src/main.js'))

/** Starts a server over this database on a free port, and waits until it listens. @throws when it ends instead */
export async function startBuiltServer(databaseUrl: string): Promise<BuiltServer> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1', BASE_URL: '' }
  const program = spawn(process.execPath, [join(projectRoot, 'bin/stet'), 'serve'], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(program, 'exit').then(([code]) => code as number | null)
  for await (const line of createInterface({ input: program.stdout })) {
    const port = /is at http:\/\/[^:]+:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    program.stdout.resume()
    return { url: `http://127.0.0.1:${port}`, process: program, ended }
  }
  throw new Error('The server ended before it listened.')
}
