import { strToU8, zipSync, type Zippable } from 'fflate'

/** A zip archive of parts: text, or bytes as they are. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {}
  for (const [name, part] of Object.entries(parts))
    files[name] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(files)
}
