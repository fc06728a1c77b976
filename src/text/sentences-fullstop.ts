import {
  isBlank,
  isDigit,
  isGreek,
  isLower,
  isUpper,
  isWordCharacter,
  skipSpace,
} from './sentences-characters.ts'
import { firstWordFrom, visibleWordBefore, wordAt, wordBefore } from './sentences-context.ts'
import {
  abbreviationKinds,
  followsOrdinals,
  isOrdinaryWord,
  isUnit,
  opensAdverbial,
  standsBeforeOrdinals,
  startsSentences,
} from './sentences-words.ts'

/** A full stop at `at` in the sentence that began at `start`; what follows it and its closing marks begins at `next`. */
export interface FullStop {
  readonly text: string
  readonly start: number
  readonly at: number
  readonly next: number
}

/** Whether one full stop with white space after it ends its sentence, rather than an abbreviation, initial or number. */
export function endsSentence(stop: FullStop): boolean {
  const { text, at, start } = stop
  const word = trimWord(visibleWordBefore(text, at, start))
  const first = firstWordFrom(text, stop.next)
  if (first >= text.length) return true
  if (isEnumerator(stop, word)) return false
  if (isLower(text, first) && !isCamel(text, first))
    return isGreekSentence(text, first, word) || leadsInWithDots(stop, word)
  if (isDigit(text.charCodeAt(first))) return !expectsNumber(word)
  if (isOrdinal(stop, word, first)) return false
  return endsBeforeCapital(stop, word, wordAt(text, first))
}

/** A number or letter that opens its sentence and labels it: "1. The first", "b. The second", "2.1. Scope". */
const isEnumerator = (stop: FullStop, word: string): boolean =>
  word !== '' &&
  stop.at - word.length <= afterBullet(stop.text, stop.start) + 1 &&
  /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})$/.test(word)

const afterBullet = (text: string, start: number): number =>
  /[•⁃▪◦‣●■◆*–-]/.test(text.charAt(start)) ? skipSpace(text, start + 1) : start

/** A name that is written with a small letter first: iPhone, eBay, al-Qaeda. */
const isCamel = (text: string, at: number): boolean => {
  const head = text.slice(at, at + 6)
  return !PLAINLY_SMALL.test(head) && /^(?:\p{Ll}{1,3}\p{Lu}|[ae][ls]-\p{Lu})/u.test(head)
}

/** A word that is small throughout, told without the tables of all scripts. */
const PLAINLY_SMALL = /^(?:[a-z]{4}|[a-z]{1,3}[ ,.])/

/** Greek print often starts a sentence small; its abbreviations are short. */
const isGreekSentence = (text: string, first: number, word: string): boolean =>
  isGreek(text.charCodeAt(first)) && word.length > 4 && abbreviationKinds(word).size === 0

/** A sentence that opens with an ellipsis and a small letter: "… was gone. ...and then it began." */
const leadsInWithDots = ({ text, next }: FullStop, word: string): boolean =>
  (text.startsWith('...', next) || text[next] === '…') &&
  !isBlank(text.charCodeAt(next + 1)) &&
  kindsOf(word).size === 0

function expectsNumber(word: string): boolean {
  const kinds = kindsOf(word)
  if (kinds.has('clock') || kinds.has('ending')) return false
  return kinds.size > 0 || isInitial(word) || /^\d{1,2}$/.test(word) || word.endsWith('°') || word === '#'
}

/** A day or number before a noun, as German and Danish write it: "12. Juni", "der 1. Preis". */
function isOrdinal(stop: FullStop, word: string, first: number): boolean {
  if (!/^(?:\d{1,2}|[IVX]{1,5})$/.test(word)) return false
  if (followsOrdinals(wordAt(stop.text, first))) return true
  const before = visibleWordBefore(stop.text, stop.at - word.length, stop.start)
  return standsBeforeOrdinals(before)
}

function endsBeforeCapital(stop: FullStop, word: string, next: string): boolean {
  const kinds = kindsOf(word)
  const pair = isInitial(word) || kinds.size > 0 ? pairKinds(stop, word) : kinds
  if (pair.has('ending') !== pair.has('inside')) return pair.has('ending')
  if (isMeasure(stop, word)) return true
  if (isInitial(word)) return startsSentences(next) && !(next === 'I' || next === 'A')
  if (kinds.size > 0 && (isRomanNumber(next) || followsTitle(stop, word))) return false
  if (isOrdinaryWord(bare(word))) return true
  if (/^nos?$/i.test(word)) return !/^[A-Z\d]{1,4}$|\d/.test(next) || next === 'I'
  if (kinds.has('ending')) return true
  if (kinds.has('clock')) return !opensClause(stop)
  if (kinds.has('inside')) return false
  if (kinds.has('title')) return endsAfterTitle(word, next, stop)
  if (kinds.size > 0 || isDotted(word) || isClipped(word)) return startsSentences(next) && notName(word, next)
  return true
}

/** Of an abbreviation in two parts ("т. д.", "z. B."), of which `word` is the second. */
const pairKinds = (stop: FullStop, word: string): ReturnType<typeof abbreviationKinds> =>
  abbreviationKinds(`${trimWord(wordTwoBefore(stop, word))} ${word}`)

const wordTwoBefore = ({ text, at, start }: FullStop, word: string): string =>
  visibleWordBefore(text, at - word.length, start)

/** "85 kg", "12 °C"; the Russian and Bulgarian г is a gram or an age behind a number too small for a year. */
function isMeasure(stop: FullStop, word: string): boolean {
  if (stop.text[stop.at - word.length - 1] === '°') return true
  if (!isUnit(word)) return false
  const number = wordTwoBefore(stop, word)
  return word === 'г' ? /^\d{1,3}$/.test(number) : /^\d[\d.,]*$/.test(number)
}

const isRomanNumber = (word: string): boolean => /^[IVXLC]{2,}$/.test(word)

/** "Dr. med. Weber", "Prof. Ing. Novák": a title's second half, with the name to come. */
function followsTitle(stop: FullStop, word: string): boolean {
  const before = wordTwoBefore(stop, word)
  return before.endsWith('.') && kindsOf(before.slice(0, -1)).has('title')
}

/** A single letter in any script. */
const isInitial = (word: string): boolean => word.length < 5 && /^\p{L}\p{M}?$/u.test(word)

/** Letters with full stops between them, initials or a body's name: J.R, U.S, D.C, Ph.D. */
const isDotted = (word: string): boolean =>
  word.includes('.') && /^(?:[^.]{1,3}\.)+[^.]{1,4}$/u.test(word) && /^[\p{L}.]+$/u.test(word)

/** A clipped word without vowels: Blvd, Mgr, vnw. */
const isClipped = (word: string): boolean =>
  word.length < 5 && /^[BCDFGHJ-NP-TV-Z]?[bcdfghjklmnpqrstvwxz]{2,4}$/.test(word)

const notName = (word: string, next: string): boolean => !(next === 'A' && isDotted(word))

/** "St." and the like close an address ("on 5th St. The …"); other titles always have a name after them. */
const endsAfterTitle = (word: string, next: string, stop: FullStop): boolean =>
  /^(?:st|dr|mt|ft|pt|sr|gen|sec|min|me|on|pr)$/i.test(word) &&
  startsSentences(next) &&
  isUpperOrOrdinal(wordBefore(stop.text, stop.at - word.length - 1, stop.start))

const isUpperOrOrdinal = (word: string): boolean => word !== '' && (isUpper(word, 0) || /^\d/.test(word))

/** "At 5 a.m. Mr. Smith …": a time that opens its sentence is followed by the subject, not by a new sentence. */
function opensClause(stop: FullStop): boolean {
  const sofar = stop.text.slice(stop.start, Math.min(stop.at, stop.start + 60))
  const words = sofar.trim().split(/\s+/)
  return stop.at - stop.start < 40 && words.length <= 5 && opensAdverbial(words[0] ?? '')
}

/**
 * Of a compound ("Lt.-Gen", "Bahnhofstr"), or of words with a lost space between ("Tuesday.Mr") or a lost vowel ("l'avv"), the
 * last part counts; "example.gov" is neither.
 */
function kindsOf(word: string): ReturnType<typeof abbreviationKinds> {
  const kinds = abbreviationKinds(word)
  if (kinds.size > 0) return kinds
  const unelided = bare(word)
  if (unelided !== word) return abbreviationKinds(unelided)
  if (word.length > 5 && word.endsWith('str')) return abbreviationKinds('str')
  const last = /[^-.]*$/.exec(word)?.[0] ?? word
  return word.charAt(word.length - last.length - 1) === '-' || isUpper(last, 0)
    ? abbreviationKinds(last)
    : kinds
}

/** A word without the article or preposition that is written together with it in French and Italian. */
const bare = (word: string): string =>
  word.includes("'") || word.includes('’') ? word.replace(ELIDED, '') : word

const ELIDED = /^(?:l|d|un|qu|all|dall|dell|nell|sull)['’](?=\p{L}{2})/iu

function trimWord(word: string): string {
  let start = 0
  while (start < word.length && !isWordCharacter(word, start)) start++
  return word.slice(start)
}
