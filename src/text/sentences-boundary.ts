import {
  isArabic,
  isArmenian,
  isBlank,
  isClosing,
  isDevanagari,
  isDigit,
  isEastAsian,
  isGreek,
  isLower,
  isUpper,
  skipSpace,
} from './sentences-characters.ts'
import { wordAt, wordBefore } from './sentences-context.ts'
import { endsSentence } from './sentences-fullstop.ts'
import { endOfRun, endOfTail, type MarkerEnd } from './sentences-runs.ts'
import { introducesInArabic, isExclaimedName, startsSentences } from './sentences-words.ts'

/** What is known where a terminator stands: the paragraph, the start of the sentence so far, its markers. */
export interface Place {
  readonly text: string
  readonly start: number
  readonly markerEnd: MarkerEnd
}

/** `end`: where the sentence ends (exclusive), or null when it goes on; `past`: where to look for the next terminator. */
export interface Verdict {
  readonly end: number | null
  readonly past: number
}

/** Every character that may end a sentence in some script. Source: Unicode, property Sentence_Terminal. */
const TERMINATOR =
  /[.!?…‥。！？｡．؟۔।॥|:;\u037e\u0589\u0700-\u0702\u0f0d\u0f0e\u104b\u1362\u1367\u1368\u17d4\u17d5\u1803\u1809\u1944\u1945\u1c7e\u203c\u203d\u2047-\u2049\uabeb]/g

/** Where the first terminator stands from `at` on; the text's length when there is none. */
export function nextTerminator(text: string, at: number): number {
  TERMINATOR.lastIndex = at
  return TERMINATOR.test(text) ? TERMINATOR.lastIndex - 1 : text.length
}

/** Whether the terminator at `at`, outside quotations and brackets, ends the sentence. */
export function judgeTerminator(place: Place, at: number): Verdict {
  const { text } = place
  const runEnd = endOfRun(text, at)
  const past = endOfTail(text, runEnd, place.markerEnd)
  const next = skipSpace(text, past)
  if (next >= text.length) return { end: null, past: text.length }
  const ends = endsAt(place, at, { runEnd, past, next })
  return { end: ends ? past : null, past: ends ? past : runEnd }
}

interface Reach {
  readonly runEnd: number
  readonly past: number
  readonly next: number
}

function endsAt(place: Place, at: number, reach: Reach): boolean {
  const { text } = place
  const mark = text.charAt(at)
  if ('.!?…‥'.includes(mark))
    return reach.next > reach.past ? endsWithSpace(place, at, reach) : endsAttached(text, at, reach)
  if (mark === '．') return !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))
  if (':;|\u037e'.includes(mark)) return endsInItsScript(place, at, mark, reach)
  return !'、，,；'.includes(text.charAt(reach.next))
}

/** Marks that are terminators in one script only: the Greek question mark, the Armenian full stop, an ASCII danda. */
function endsInItsScript(place: Place, at: number, mark: string, reach: Reach): boolean {
  const { text } = place
  const before = text.charCodeAt(at - 1)
  const spaced = reach.next > reach.past
  if (mark === ':')
    return spaced && (isArmenian(before) || (isArabic(before) && isLabel(text.slice(place.start, at))))
  if (mark === '|') return isDevanagari(before)
  return isGreek(before) && spaced && !isLower(text, reach.next)
}

/** Code units: what stands before an Arabic colon is a heading or a source's name only when it is short. */
const LONGEST_LABEL = 80

/** An Arabic heading run into its text, rather than words that introduce what somebody said or a list. */
const isLabel = (words: string): boolean =>
  words.length < LONGEST_LABEL && words.split(/\s+/).every((word) => !introducesInArabic(word))

/** No white space follows: only a marker or closing mark before a capital ends the sentence ("… ended.[5]Then …"). */
function endsAttached(text: string, at: number, reach: Reach): boolean {
  if (isEastAsian(text.charCodeAt(reach.next))) return !isDigit(text.charCodeAt(at - 1))
  return reach.past > reach.runEnd && isUpper(text, reach.next)
}

function endsWithSpace(place: Place, at: number, reach: Reach): boolean {
  const { text } = place
  const length = reach.runEnd - at
  if (continues(text, reach.next)) return false
  const mark = text.charAt(at)
  if (mark === '.' && length === 1) {
    if (isArmenian(text.charCodeAt(at - 1))) return false
    return endsSentence({ text, start: place.start, at, next: reach.next })
  }
  if (isLowerStart(text, reach.next)) return false
  if (mark === '.' || mark === '…' || mark === '‥') return endsAfterEllipsis(place, at, reach)
  return (
    !isExclaimedName(wordBefore(text, reach.runEnd, place.start)) || startsSentences(wordAt(text, reach.next))
  )
}

/** "I" is always written large and so proves nothing after three dots; four dots hold a full stop. */
function endsAfterEllipsis(place: Place, at: number, reach: Reach): boolean {
  const { text } = place
  if (isBlankBefore(text, at, place.start)) return false
  const dots = text.slice(at, reach.runEnd).replace(/\s/g, '').replaceAll('…', '...').length
  return dots > 3 || !/^I(?:['’]|$)/.test(wordAt(text, reach.next))
}

/** Dots that open a sentence lead into it. */
const isBlankBefore = (text: string, at: number, start: number): boolean => skipSpace(text, start) >= at

const isLowerStart = (text: string, next: number): boolean =>
  isLower(text, next) && !/\p{Lu}/u.test(text.charAt(next + 1))

const continues = (text: string, next: number): boolean => {
  const code = text.charCodeAt(next)
  return ',;:)]}'.includes(text.charAt(next)) || (isClosing(code) && isBlank(text.charCodeAt(next + 1)))
}
