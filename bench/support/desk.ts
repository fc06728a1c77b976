import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/paths.ts'

/** A desk of its own in a temporary folder, driven by the command line as anybody would. */
export interface BenchDesk {
  readonly folder: string
  readonly databaseUrl: string
  readonly stet: (args: readonly string[], input?: string) => string
  readonly importText: (name: string, text: string) => { id: string; claims: number }
  readonly addAccount: (email: string, password: string) => void
  readonly addToken: (email: string) => string
}

/** `databaseUrl`: an empty database to work on; a file of its own unless told. */
export function newDesk(database?: string): BenchDesk {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const databaseUrl = database ?? `file:${join(folder, 'stet.db')}`
  const stet = (args: readonly string[], input = ''): string =>
    execFileSync(process.execPath, [join(projectRoot, 'bin/stet'), ...args], {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: databaseUrl },
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 30,
    })
  return {
    folder,
    databaseUrl,
    stet,
    importText: (name, text) => {
      const file = join(folder, name)
      writeFileSync(file, text)
      return JSON.parse(stet(['import', file, '--format', 'json'])) as { id: string; claims: number }
    },
    addAccount: (email, password) => {
      stet(
        ['account', 'add', '--email', email, '--name', 'Bench', '--role', 'editor', '--password-stdin'],
        password,
      )
    },
    addToken: (email) =>
      (JSON.parse(stet(['token', 'add', '--email', email, '--format', 'json'])) as { token: string }).token,
  }
}
