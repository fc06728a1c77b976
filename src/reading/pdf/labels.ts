import { plainDigits } from '../notes/structure-labels.ts'
import type { Line } from './line.ts'

/** A label with its place in the text of a line. */
export interface LabelPlace {
  readonly label: string
  readonly start: number
  readonly end: number
}

const LABEL = /^(?:\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z]|[A-Z]|[ivxlc]{1,7})$/

/** Labels with their brackets. Two counts may touch, of footnotes and of endnotes: `ii3`. */
const WORDS = /[[(]?([ivxl]{1,6}(?=\d)|\d{1,4}(?=[ivxl]{1,6}(?:$|[\s,;\])]))|[^\s,;[\]()]+)[\])]?/g

/** Behind a label in brackets the page that it means: `[3]:p. 7`. */
const PLACE_IN_WORK = /(?<=\]) ?: ?(?:pp?\. ?|§ ?)?\d[\d\s.,–-]{0,20}/g

/** Labels that one raised stretch may hold. */
const MOST_LABELS = 12

/** The labels in a raised stretch of a line: `12`, `[3]`, `1,2`. Empty when it is no label. */
export function labelsIn(text: string, start: number, end: number): LabelPlace[] {
  const stretch = plainDigits(text.slice(start, end)).replace(PLACE_IN_WORK, (place) =>
    ' '.repeat(place.length),
  )
  const until = start + stretch.trimEnd().length
  const words = [...stretch.matchAll(WORDS)]
  if (words.length === 0 || words.length > MOST_LABELS || !words.every((word) => LABEL.test(word[1] ?? '')))
    return []
  return words.map((word, i) => ({
    label: word[1] ?? '',
    start: i === 0 ? start : start + word.index,
    end: i === words.length - 1 ? until : start + word.index + word[0].length,
  }))
}

/** How a line opens when it opens as a note may: by a raised label, or by a plain one. */
export interface NoteOpening {
  readonly label: string
  readonly raised: boolean
  /** Where the words of the note begin. */
  readonly bodyStart: number
}

export function openingOf({ text, marks }: Line): NoteOpening | null {
  const mark = marks.find(({ kind, start }) => kind === 'raised' && start === 0)
  if (mark) {
    const [first, second] = labelsIn(text, 0, mark.end)
    if (!first || second) return null
    return { label: first.label, raised: true, bodyStart: mark.end + blanksAt(text, mark.end) }
  }
  const match =
    /^(?:[⬑↑^↩] ?)?[[(]?(\d{1,4}|[ivxlc]{1,7}|[a-z](?=[.)\]]))[\])]?[.:]?\s+(?=\S)/.exec(text) ??
    /^(\*{1,4}|†{1,3}|‡{1,3}|[§¶‖#])\s?(?=\S)/.exec(text)
  const label = match?.[1]
  return match && label !== undefined ? { label, raised: false, bodyStart: match[0].length } : null
}

const blanksAt = (text: string, at: number): number =>
  /^[\s.:)]{0,3}/.exec(text.slice(at, at + 3))?.[0].length ?? 0

export const numberOf = (label: string): number | null => (/^\d{1,4}$/.test(label) ? Number(label) : null)
