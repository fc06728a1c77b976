import { readFileSync } from 'node:fs'
import { Invalid } from '../errors.ts'

/**
 * The bytes of a file named on the command line; “-” is standard input.
 * @throws Invalid saying why it cannot be opened
 */
export function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw new Invalid(
      `${file} cannot be opened (${reasonOf(error)}): give the path of a file that you may read.`,
    )
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'no such file'
  if (code === 'EISDIR') return 'a folder'
  return code === 'EACCES' ? 'no permission' : 'it could not be read'
}
