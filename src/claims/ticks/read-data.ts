import { readFileSync } from 'node:fs'

/** A word list that stands beside this module. The files are ours, and tests use them. */
export const readData = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'))

/** The words of a list that is written with spaces between them. */
export const wordsOf = (list: string | readonly string[]): string[] =>
  (typeof list === 'string' ? list : list.join(' ')).split(' ').filter(Boolean)

/** The phrases of a list that is written with semicolons between them. */
export const phrasesOf = (list: string | readonly string[]): string[] =>
  (typeof list === 'string' ? list : list.join(';'))
    .split(';')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
