import { readFileSync } from 'node:fs'

/** What follows a short form. `end`: where the citation ends, its full stop left out. */
export interface Locator {
  readonly end: number
  readonly locator?: string
}

const { locators } = JSON.parse(readFileSync(new URL('./back-references.json', import.meta.url), 'utf8')) as {
  readonly locators: readonly string[]
}
const lead = [...locators].sort((a, b) => b.length - a.length).join('|')
const place = new RegExp(
  `^[\\s,]{0,3}(?:(?:${lead})(?![\\p{L}])\\.?\\s?){0,2}((?:\\d{1,5}|[ivxlc]{1,7}(?!\\p{L}))(?:\\s?[-–,]\\s?\\d{1,5}){0,4}(?!\\d))`,
  'iu',
)

/** Reads ", p. 12", " at 4–6", " § 3" after a short form that ends at `at`. */
export function findLocator(text: string, at: number): Locator {
  const match = place.exec(text.slice(at, at + 60))
  if (!match) return { end: text[at - 1] === '.' && isLast(text, at) ? at - 1 : at }
  return { end: at + match[0].length, locator: match[1] ?? '' }
}

const isLast = (text: string, at: number): boolean => /^\s*$/.test(text.slice(at, at + 20))
