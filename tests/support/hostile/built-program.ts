import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { projectRoot } from '../../../src/paths.ts'

const PROGRAM = join(projectRoot, 'bin/stet')
const isBuilt = existsSync(join(projectRoot, 'dist/src/main.js'))
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A suite over the program as `npm ci` built it. */
export function describeBuilt(name: string, suite: () => void): void {
  describe.skipIf(!isBuilt)(isBuilt ? name : `${name} (needs the built program: npm run build)`, suite)
}

/** What became of `stet read`. `seconds`: of processor time; `memory`: the most it took, in megabytes. */
export interface CommandRun {
  readonly code: number | null
  readonly output: string
  readonly complaint: string
  readonly seconds: number
  readonly memory: number
}

export async function readByCommand(path: string): Promise<CommandRun> {
  const child = spawn(
    process.execPath,
    ['--import', beside('./meter.js'), PROGRAM, 'read', path, '--format', 'json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const [complaint = '', meter = ''] = errors.split('\nMETER ')
  const [seconds = Number.NaN, memory = Number.NaN] = meter.split(' ').map(Number)
  return { code, output, complaint, seconds, memory }
}

/** Milliseconds and megabytes: how long anybody waited, and what the server and its readers took at most. */
export interface Pulse {
  readonly longestGap: number
  readonly mostMemory: { readonly server: number; readonly readers: number }
}

/** `stet serve` over a database of its own, with an editor's token. */
export class BuiltServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async start(folder: string): Promise<BuiltServer> {
    const env = {
      ...process.env,
      DATABASE_URL: `file:${join(folder, 'stet.db')}`,
      PORT: '0',
      HOST: '127.0.0.1',
      BASE_URL: '',
    }
    const run = (...args: string[]): string =>
      spawnSync(process.execPath, [PROGRAM, ...args, '--format', 'json'], {
        env,
        input: 'a lamp above the quiet bay\n',
        encoding: 'utf8',
      }).stdout
    run('account', 'add', '--email', 'e@desk.example', '--name', 'E', '--role', 'editor', '--password-stdin')
    const { token } = JSON.parse(run('token', 'add', '--email', 'e@desk.example')) as { token: string }
    const server = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    return new BuiltServer(server, await addressOf(server.stdout), token)
  }

  /** `detail`: what a refusal says, else the whole answer. */
  async upload(bytes: Uint8Array | string, name: string): Promise<{ status: number; detail: string }> {
    const form = new FormData()
    form.set('file', new Blob([Buffer.from(bytes)]), name)
    const answer = await fetch(`${this.url}/api/v1/reports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body: form,
    })
    const body = (await answer.json()) as { detail?: string }
    return { status: answer.status, detail: body.detail ?? JSON.stringify(body) }
  }

  /** Watches from another process until it is stopped. */
  watchPulse(): { stop: () => Promise<Pulse> } {
    const child = spawn(process.execPath, [beside('./pulse.js'), this.url, String(this.process.pid)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const said = text(child.stdout)
    return {
      stop: async () => {
        child.stdin.end()
        return JSON.parse(await said) as Pulse
      },
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGTERM')
    await ended
  }
}

/** @throws when the server ends without having said where it is */
async function addressOf(stdout: Readable): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const address = /Stet is at (\S+)/.exec(line)?.[1]
    if (address !== undefined) {
      stdout.resume()
      return address
    }
  }
  throw new Error('The server ended before it listened.')
}
