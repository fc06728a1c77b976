import { readFileSync } from 'node:fs'

/** A lexicon or weight file that stands beside this module. The files are ours, and tests walk them. */
export const readData = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'))
