import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { expectToEndSoon } from './cli/expect-to-end-soon.ts'

const COMMANDS = new Set<string | undefined>(['read', 'compare'])

interface Reader {
  /** Knows the compiled code of everything that has run. */
  readonly script: Script
  readonly runReader: (argv: readonly string[]) => Promise<void>
}

/** Runs the command in `argv` if it is one of `reader.ts`; else does nothing and says so. */
export function startReader(argv: readonly string[]): boolean {
  if (!COMMANDS.has(argv[2])) return false
  void loadReader().runReader(argv)
  return true
}

/**
 * The script of `reader.ts` with the compiled code that the build kept of it. V8 refuses code of another version, or made
 * with other flags, and compiles anew; a lost file does no harm either.
 */
export function loadReader(): Reader {
  expectToEndSoon() // before anything is compiled: the code is kept for these flags
  const folder = dirname(fileURLToPath(import.meta.url))
  const filename = join(folder, 'reader.cjs')
  const cachedData = keptCode(folder)
  const script = new Script(`(function (require, module, __dirname) {${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    ...(cachedData === null ? {} : { cachedData }),
  })
  const module = { exports: {} as Pick<Reader, 'runReader'> }
  const run = script.runInThisContext() as (
    require: NodeJS.Require,
    to: typeof module,
    folder: string,
  ) => void
  run(createRequire(import.meta.url), module, folder)
  return { script, runReader: module.exports.runReader }
}

export const KEPT_CODE = 'reader.code'

function keptCode(folder: string): Buffer | null {
  try {
    return readFileSync(join(folder, KEPT_CODE))
  } catch {
    return null
  }
}
