import { readFileSync } from 'node:fs'
import { isApostropheAt, isDigitAt, isLetterAt, isUpperAt } from './letters.ts'

const lists = JSON.parse(
  readFileSync(new URL('../../text/abbreviations.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly string[]>>

/** Abbreviations that a name or a number follows: their full stop is no end. */
const SHORTENED = new Set([...(lists['title'] ?? []), 'st', 'no', 'nos', 'jr', 'sr', 'ca'])
const LONGEST_SHORTENED = Math.max(...[...SHORTENED].map((word) => word.length))

/**
 * Where the word that starts at `at` ends: letters with apostrophes among them, and the full stops of "U.S.", "J." before a
 * capital, "Gen." before a name.
 */
export function wordEnd(text: string, at: number, limit: number): number {
  const letters = lettersEnd(text, at, limit)
  if (text.charCodeAt(letters) !== 46 || letters >= limit) return letters
  if (letters === at + 1) return initialsEnd(text, at, limit)
  if (text.startsWith('Ph.D', at)) return Math.min(limit, at + (text.charAt(at + 4) === '.' ? 5 : 4))
  return isShortened(text, at, letters, limit) ? letters + 1 : letters
}

function lettersEnd(text: string, from: number, limit: number): number {
  let at = from + 1
  while (
    at < limit &&
    (isLetterAt(text, at) || (isApostropheAt(text, at) && at + 1 < limit && isLetterAt(text, at + 1)))
  )
    at++
  return at
}

/** "U.S.", "J.", or the letter alone where its full stop may end the sentence. */
function initialsEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at + 1 < limit && isLetterAt(text, at) && text.charCodeAt(at + 1) === 46) at += 2
  if (at > from + 2) return at
  return isUpperAt(text, from) && isUpperAt(text, afterSpace(text, at)) && at < limit ? at : from + 1
}

const afterSpace = (text: string, at: number): number =>
  text.charCodeAt(at) === 32 || text.charCodeAt(at) === 160 ? at + 1 : at

function isShortened(text: string, from: number, stop: number, limit: number): boolean {
  if (stop - from > LONGEST_SHORTENED || !SHORTENED.has(text.slice(from, stop).toLowerCase())) return false
  const next = afterSpace(text, stop + 1)
  return stop + 1 >= limit || isUpperAt(text, next) || isDigitAt(text, next)
}

/** Where the digits that start at `at` end, with the marks that group them or open a fraction. */
export function numberEnd(text: string, from: number, limit: number): number {
  let at = from + 1
  while (
    at < limit &&
    (isDigitAt(text, at) || (isGroupMark(text, at) && at + 1 < limit && isDigitAt(text, at + 1)))
  )
    at++
  return at
}

const isGroupMark = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 44 || text.charCodeAt(at) === 46
