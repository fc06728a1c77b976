import type { Span } from '../../text/span.ts'
import { matchesOf } from './matches.ts'
import { readAuthors } from './names.ts'
import { within, type NoteText } from './note-text.ts'
import { continuesCitation, isProse, signalPattern, startsWithSignal } from './prose.ts'

/** A stretch of a note that holds at most one citation, or prose. Spans from the note's start. */
export interface Piece extends Span {
  readonly prose: boolean
}

/** Where one sentence of a note may end and the next begin. Initials and short abbreviations do not end one. */
const sentenceEnd =
  /[.!?](?<!(?:[\s(.]\p{Lu}|\b(?:No|Nos|Vol|Vols|pp?|St|Dr|Mrs?|[Ee]ds?|vs?|[Cc]f|al))[.!?])[)”"’]?\s+(?=[\p{Lu}\d“"‘(\uE000\uE001])|\uE001\s+(?=\p{Lu})/gu

/**
 * Divides a note into pieces: at a semicolon or full stop that a finished citation stands before, at "see", and
 * between prose and citations. A semicolon inside a title divides nothing, because no date or address ends before it.
 */
export function dividePieces(note: NoteText): Piece[] {
  return slots(note).flatMap((slot) => sentencePieces(note, slot))
}

/** Between the semicolons that divide works. */
function slots(note: NoteText): Span[] {
  const found: Span[] = []
  let start = skipBlanks(note.masked, 0)
  for (const match of matchesOf(/;/g, note.masked)) {
    const slot = { start, end: match.index }
    if (!isEmpty(slot) && !endsAWork(note, slot, match.index + 1)) continue
    if (!isEmpty(slot)) found.push(slot)
    start = Math.max(start, skipBlanks(note.masked, match.index + 1))
  }
  const last = { start, end: note.masked.length }
  return isEmpty(last) ? found : [...found, last]
}

/** The first place from `at` on that holds more than blanks, commas and full stops. */
function skipBlanks(masked: string, at: number): number {
  let from = at
  while (from < masked.length && /[\s,.]/.test(masked[from] ?? '')) from++
  return from
}

/** Nothing between two semicolons but blanks and commas. */
const isEmpty = ({ start, end }: Span): boolean => start >= end

function endsAWork(note: NoteText, slot: Span, next: number): boolean {
  const left = note.masked.slice(Math.max(slot.start, slot.end - 400), slot.end)
  const right = note.masked.slice(next, next + 120)
  if (startsWithSignal(right) || startsSeries(note, next)) return true
  const tail = { start: Math.max(slot.start, slot.end - 400), end: slot.end }
  const numbered = within(note.series, tail).at(-1)
  const rest = { start: numbered?.end ?? tail.start, end: tail.end }
  if (within(note.dates, rest).length > 0 || within(note.addresses, rest).length > 0) return true
  return !numbered && /\b(?:1[5-9]|20)\d\d(?!\d)/.test(left)
}

const startsSeries = (note: NoteText, at: number): boolean =>
  within(note.series, { start: at, end: at + 130 }).some(
    (one) => note.masked.slice(at, one.start).trim() === '',
  )

interface Sentence extends Span {
  readonly prose: boolean
  readonly signal: boolean
}

function sentencePieces(note: NoteText, slot: Span): Piece[] {
  const pieces: { start: number; end: number; prose: boolean; scholarly: boolean }[] = []
  for (const sentence of sentences(note, slot)) {
    const last = pieces.at(-1)
    const joins = last !== undefined && continues(note, last, sentence)
    if (joins) last.end = sentence.end
    else
      pieces.push({
        start: sentence.start,
        end: sentence.end,
        prose: sentence.prose,
        scholarly: readAuthors(note.text.slice(sentence.start, sentence.start + 600)) !== null,
      })
  }
  return pieces.map(({ start, end, prose, scholarly }) => ({ start, end, prose: prose && !scholarly }))
}

function continues(note: NoteText, piece: Piece & { scholarly: boolean }, sentence: Sentence): boolean {
  if (sentence.signal) return false
  const next = note.masked.slice(sentence.start, sentence.start + 40).trimStart()
  if (piece.prose && !piece.scholarly) return sentence.prose
  if (continuesCitation(next)) return true
  if (isFinished(note, piece) || (piece.scholarly && startsReference(note, sentence))) return false
  return piece.scholarly || !sentence.prose
}

/** "Boer, N. (2014)": authors and a year behind them begin the next work. */
function startsReference({ text }: NoteText, { start }: Span): boolean {
  const authors = readAuthors(text.slice(start, start + 600))
  return (
    authors !== null &&
    /^[\s,.:]*\(?(?:1[4-9]|20)\d\d/.test(text.slice(start + authors.end, start + authors.end + 12))
  )
}

/** A date or address ends the piece; a date in brackets does so only after a title ("Nina Boer (May 3, 2021). Title" goes on). */
function isFinished(note: NoteText, piece: Span): boolean {
  const tail = { start: Math.max(piece.start, piece.end - 60), end: piece.end }
  const end = [...within(note.dates, tail), ...within(note.addresses, tail)].reduce(
    (last, one) => Math.max(last, one.end),
    -1,
  )
  if (end < 0) return false
  const rest = note.masked.slice(end, piece.end).trim()
  if (/^[.!?"”]*$/.test(rest)) return true
  const head = note.masked.slice(Math.max(piece.start, end - 800), end)
  return /^\)[.!?]?$/.test(rest) && /[\uE000\uE001:]/.test(head)
}

function sentences(note: NoteText, slot: Span): Sentence[] {
  const text = note.masked.slice(slot.start, slot.end)
  const cuts = [...ends(text, sentenceEnd), ...ends(text, signalPattern).map((at) => -at)]
  const ordered = [...new Set([...cuts, text.length])].sort((a, b) => Math.abs(a) - Math.abs(b))
  const found: Sentence[] = []
  let from = 0
  let signal = false
  for (const cut of ordered) {
    const end = Math.abs(cut)
    const part = text.slice(from, end)
    if (end > from) {
      found.push({
        start: slot.start + from,
        end: slot.start + end,
        prose: isProse(part),
        signal: signal || startsWithSignal(part),
      })
      signal = false
    }
    signal ||= cut < 0
    from = end
  }
  return found
}

const ends = (text: string, pattern: RegExp): number[] =>
  matchesOf(pattern, text).map((match) => match.index + match[0].length)
