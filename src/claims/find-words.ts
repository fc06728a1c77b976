import type { Span } from '../text/span.ts'

/** Longest words that are looked for, in UTF-16 code units. */
export const LONGEST_WORDS_SOUGHT = 5_000

/**
 * Every place where words stand in some stretches of a text, in order. Spaces and quotation marks may be written otherwise; a
 * marker between two words may be left out. Nothing that is only alike is found.
 */
export function findWords(text: string, stretches: readonly Span[], words: string): Span[] {
  const sought = words.trim().slice(0, LONGEST_WORDS_SOUGHT)
  if (sought === '') return []
  const written = sought.split(/\s+/u).map(asWritten).join(BETWEEN)
  const pattern = new RegExp(
    `${BEGIN.test(sought) ? BEFORE : ''}${written}${END.test(sought) ? AFTER : ''}`,
    'gu',
  )
  return stretches.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(pattern)].map(({ 0: found, index }) => ({
      start: start + index,
      end: start + index + found.length,
    })),
  )
}

/** A space, and a marker that was not copied. */
const BETWEEN = '(?:\\[[^\\[\\]\\s]{1,24}\\]){0,4}\\s+'

/** Whole words only, where the words begin or end with a letter or digit. */
const BEGIN = /^[\p{L}\p{N}]/u
const END = /[\p{L}\p{N}]$/u
const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])'

const SINGLE = "['‘’‚‛ʼ′]"
const DOUBLE = '["“”„‟«»″]'

const asWritten = (word: string): string =>
  word
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replace(/['‘’‚‛ʼ′]/gu, SINGLE)
    .replace(/["“”„‟«»″]/gu, DOUBLE)
