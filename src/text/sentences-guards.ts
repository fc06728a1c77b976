import {
  isBlank,
  isClosing,
  isDigit,
  isEastAsian,
  isLower,
  isUpper,
  skipSpace,
} from './sentences-characters.ts'
import type { Place, Verdict } from './sentences-boundary.ts'
import { firstWordFrom, wordAt } from './sentences-context.ts'
import type { Enclosure } from './sentences-enclosures.ts'
import { endsSentence } from './sentences-fullstop.ts'
import { endOfTail, type MarkerEnd } from './sentences-runs.ts'
import { isSayer, startsSentences } from './sentences-words.ts'

/** Quotations shorter than this many words are names and titles, not utterances ("Help!", "U.S."). */
const UTTERANCE = 3
/** Code units of a marker's label. */
const LONGEST_LABEL = 60

/**
 * Whether a sentence ends with a closed quotation or bracket: its last words end with a terminator, and what
 * follows starts anew. Terminators further inside never divide it.
 */
export function judgeGuard(place: Place, guard: Enclosure): Verdict {
  const { text } = place
  const at = lastTerminator(text, guard, place.markerEnd)
  if (at < 0) return { end: null, past: guard.end }
  const past = endOfTail(text, guard.end, place.markerEnd)
  const next = skipSpace(text, past)
  if (next >= text.length) return { end: null, past: text.length }
  const ends = guard.quoted
    ? quotationEnds(place, guard, at, past, next)
    : bracketEnds(place, guard, past, next)
  return { end: ends ? past : null, past }
}

/** Position of the terminator before the closing marks, or -1. Markers between them are looked through. */
function lastTerminator(text: string, guard: Enclosure, markerEnd: MarkerEnd): number {
  let at = guard.end - 1
  for (;;) {
    while (at > guard.start && isTail(text, at)) at--
    const opening = text[at] === ']' ? openingBefore(text, at) : -1
    if (opening <= guard.start || markerEnd(opening) !== at + 1) break
    at = opening - 1
  }
  return at > guard.start && '.!?…。！？؟۔।։።'.includes(text.charAt(at)) ? at : -1
}

/** Closing marks, and the space that French print sets before them. */
const isTail = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return (isClosing(code) && code !== 93) || isBlank(code)
}

/** Where the bracket opens that closes at `at`, when its label is a short one, else -1. */
function openingBefore(text: string, at: number): number {
  const within = text.slice(Math.max(0, at - LONGEST_LABEL), at).lastIndexOf('[')
  return within < 0 ? -1 : Math.max(0, at - LONGEST_LABEL) + within
}

/** A bracket is a sentence of its own when it opened one: "(She had been there before.) The next day …". */
const bracketEnds = (place: Place, guard: Enclosure, past: number, next: number): boolean =>
  skipSpace(place.text, place.start) === guard.start &&
  guard.end - guard.start > 12 &&
  (next > past || isEastAsian(place.text.charCodeAt(next))) &&
  !isLower(place.text, next) &&
  !goesOn(place.text, next)

function quotationEnds(place: Place, guard: Enclosure, at: number, past: number, next: number): boolean {
  const { text } = place
  if (isEastAsian(text.charCodeAt(next))) return isIntroduced(text, guard) || !goesOnInEastAsia(text, next)
  if (next === past && !(past > guard.end && isUpper(text, next))) return false
  if (goesOn(text, next) || isCitation(text, next)) return false
  const first = firstWordFrom(text, next)
  if (isLower(text, first)) return false
  const word = wordAt(text, first)
  if (isShort(text, guard) && !isIntroduced(text, guard) && '.!?…'.includes(text.charAt(at)))
    return startsSentences(word) || isWholeSentence(place, guard)
  if ('!?！？'.includes(text.charAt(at))) return !namesSayer(text, first)
  return (
    text[at - 1] === '.' ||
    isDigit(text.charCodeAt(first)) ||
    endsSentence({ text, start: guard.start + 1, at, next })
  )
}

/** Japanese particles carry a quotation on, and so does a Chinese verb of saying a few signs later. */
const goesOnInEastAsia = (text: string, next: number): boolean =>
  /^(?:[とというはがをにのでもへやか]|[^。！？，、“「]{0,4}[问問说說道喊叫])/.test(text.slice(next, next + 8))

/** Behind a colon even one word is an utterance. */
const isIntroduced = (text: string, { start }: Enclosure): boolean =>
  /[:：]\s?$/.test(text.slice(Math.max(0, start - 2), start))

const isWholeSentence = (place: Place, guard: Enclosure): boolean =>
  skipSpace(place.text, place.start) === guard.start &&
  !namesSayer(place.text, skipSpace(place.text, guard.end))

const isShort = (text: string, guard: Enclosure): boolean =>
  guard.end - guard.start < 40 && text.slice(guard.start, guard.end).split(' ').length < UTTERANCE

/** A reference in brackets that its own full stop follows: "…" (Smith 55). */
function isCitation(text: string, next: number): boolean {
  if (text[next] !== '(') return false
  const window = text.slice(next, next + 120)
  const close = window.indexOf(')')
  return close > 0 && '.,;'.includes(window.charAt(close + 1)) && window[close + 1] !== undefined
}

/** "…?" Smith asked: one to three capitalised words, then a verb of saying. */
function namesSayer(text: string, first: number): boolean {
  const words = text.slice(first, first + 80).split(/\s+/, 5)
  const verb = words.findIndex((word) => isSayer(word.replace(/\W+$/, '')))
  return verb > 0 && verb < 4 && words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word))
}

const goesOn = (text: string, next: number): boolean =>
  ',;:.!?…)]}、，。'.includes(text.charAt(next)) ||
  (isClosing(text.charCodeAt(next)) && isBlank(text.charCodeAt(next + 1)))
