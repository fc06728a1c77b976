import { readFileSync } from 'node:fs'

/** A lexicon or weight file that stands beside this module. Files are ours and checked by tests, so their shape is trusted. */
export const readData = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')) as T
