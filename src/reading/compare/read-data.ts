import { readFileSync } from 'node:fs'

/** A word list that stands beside this module. The files are ours, and tests use them. */
export const readData = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'))
