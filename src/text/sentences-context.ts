import { isBlank, isDash, isOpening, isWordCharacter, skipSpace } from './sentences-characters.ts'

/** Code units looked back for a word: longer ones are no abbreviations. */
const LONGEST_WORD = 40

/** The word that ends at `end` (exclusive), without opening marks, not reaching before `floor`. */
export function wordBefore(text: string, end: number, floor: number): string {
  const stop = Math.max(floor, end - LONGEST_WORD)
  let start = end
  while (start > stop && !breaksWord(text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

/** The same, with invisible marks at its end skipped. */
export function visibleWordBefore(text: string, end: number, floor: number): string {
  let last = end
  while (last > floor && isBlank(text.charCodeAt(last - 1))) last--
  return wordBefore(text, last, floor)
}

const breaksWord = (code: number): boolean =>
  !isSmallLetter(code) &&
  (isBlank(code) ||
    (isOpening(code) && code !== 39 && code !== 0x2018) ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 93)

/** Asked first, as most characters of words are one. */
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122

/** The word that starts at `at`: letters, digits, inner apostrophes and hyphens, at most 40 code units. */
export function wordAt(text: string, at: number): string {
  let end = at
  const stop = Math.min(text.length, at + LONGEST_WORD)
  while (end < stop && (isWordCharacter(text, end) || "'’".includes(text.charAt(end)))) end++
  return text.slice(at, end)
}

/** Where the first letter or digit stands at or after `at`, opening marks, dashes and dots before it skipped. */
export function firstWordFrom(text: string, at: number): number {
  let here = skipSpace(text, at)
  const stop = Math.min(text.length, here + LONGEST_WORD)
  while (here < stop && leadsIn(text.charCodeAt(here))) here++
  return here
}

const leadsIn = (code: number): boolean =>
  isBlank(code) || isOpening(code) || isDash(code) || code === 46 || code === 0x2026 || code === 96
