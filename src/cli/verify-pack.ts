import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Invalid } from '../errors.ts'
import { DESK_CHAIN } from '../history/event.ts'
import { EXIT_NO } from './run-program.ts'

/** Whether what `stet verify` was given is a pack, not the id of a chain. */
export const isPackPath = (given: string): boolean =>
  /[/\\]|\.zip$/i.test(given) || (given !== DESK_CHAIN && existsSync(given))

/**
 * Checks an audit pack by the code that is in the pack itself, of this program's version.
 * @throws Invalid there is no such file, or it is no zip
 */
export async function verifyPack(path: string, format: 'text' | 'json'): Promise<void> {
  const { check, inWords } = await import('../publication/pack/verifier/verify.mjs')
  const found = await check(await readPack(path))
  const { holds: checked, broken, ...rest } = found
  if (format === 'json') console.log(JSON.stringify({ holds: broken === null, broken, checked, ...rest }))
  else console.log(inWords(found).join('\n'))
  if (broken !== null) process.exitCode = EXIT_NO
}

/** Bytes that a zip begins and ends with; of a changed pack one of the two is still there. */
const SIGNS = ['PK\x03\x04', 'PK\x05\x06'] as const
const END = 22

async function readPack(path: string): Promise<Uint8Array | ReadonlyMap<string, Uint8Array>> {
  const kind = await stat(path).catch(() => null)
  if (kind === null)
    throw new Invalid(
      `There is no pack ${path}: give the zip, the folder it was unpacked into, or a report’s id.`,
    )
  if (kind.isDirectory()) return readFolder(path)
  const bytes = await readFile(path)
  const [begin, end] = [bytes.subarray(0, 4), bytes.subarray(-END, -END + 4)]
  if (begin.toString('latin1') !== SIGNS[0] && end.toString('latin1') !== SIGNS[1])
    throw new Invalid(`${path} is no audit pack: a pack is a zip from “stet export ID --format pack”.`)
  return bytes
}

async function readFolder(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  const files = new Map<string, Uint8Array>()
  for (const entry of found.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name)
    files.set(file.slice(join(path, sep).length).split(sep).join('/'), await readFile(file))
  }
  return files
}
