import type { FlowMark } from '../flow.ts'
import type { Line } from './line.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text with marks, and where each of its lines begins in it. */
export interface JoinedText {
  readonly text: string
  readonly marks: readonly FlowMark[]
}

/** A line, or what is left of it behind a label. */
export interface LinePart {
  readonly line: Line
  readonly from: number
}

/** How the lines of a paragraph become one text. */
export interface Joining {
  readonly vocabulary: Vocabulary
  /** Markers in brackets are set tight behind the word before. */
  readonly tightBrackets: boolean
  /** So are the three dots of one sign. */
  readonly tightDots: boolean
  /** Marks in place of those of the line, where notes have been found. */
  marksOf(line: Line): readonly FlowMark[]
}

/** Pieces of the text so far that tell how a line goes on: an address may run over three lines. */
const SEEN = 5

/** Joins lines: words broken at a line's end are made whole, other lines get a space between, but for a marker. A page begins with a mark. */
export function joinLines(parts: readonly LinePart[], joining: Joining, pageBefore: number): JoinedText {
  const pieces: string[] = []
  let length = 0
  let page = pageBefore
  const marks: FlowMark[] = []
  for (const { line, from } of parts) {
    const words = line.text.slice(from)
    const last = pieces.at(-1) ?? ''
    const calls = joining.marksOf(line).some(({ kind, start }) => kind === 'call' && start === from)
    const { cut, space } = calls ? TIGHT : seam(pieces.slice(-SEEN).join(''), words, joining)
    if (cut > 0) pieces[pieces.length - 1] = last.slice(0, -cut)
    if (space) pieces.push(' ')
    length += (space ? 1 : 0) - cut
    if (line.page !== page) marks.push({ kind: 'page', number: line.page, start: length, end: length })
    page = line.page
    const by = length - from
    for (const mark of joining.marksOf(line))
      if (mark.end > from) marks.push({ ...mark, start: Math.max(mark.start, from) + by, end: mark.end + by })
    pieces.push(words)
    length += words.length
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  return { text: pieces.join(''), marks: mergedLinks(marks) }
}

interface Seam {
  /** Characters to take off the text before. */
  readonly cut: number
  readonly space: boolean
}

const TIGHT: Seam = { cut: 0, space: false }
const SPACED: Seam = { cut: 0, space: true }

function seam(before: string, next: string, { vocabulary, tightBrackets, tightDots }: Joining): Seam {
  if (before === '' || next === '') return TIGHT
  if (before.endsWith('\u00ad')) return { cut: 1, space: false }
  if (isInAddress(before, next)) return TIGHT
  if (/[-‐]$/.test(before.slice(-1))) {
    const left = /[\p{L}\p{N}\p{M}'’]+(?:-[\p{L}\p{N}\p{M}'’]+){0,4}(?=[-‐]$)/u.exec(before.slice(-60))?.[0]
    const right = /^[\p{L}\p{N}\p{M}'’]+/u.exec(next.slice(0, 60))?.[0]
    if (left !== undefined && right !== undefined)
      return vocabulary.isBroken(left, right) ? { cut: 1, space: false } : TIGHT
  }
  if (/[^\s–—][–—]$/.test(before.slice(-2)) || /^[–—]\S/.test(next)) return TIGHT
  if (/[\p{L}\p{N}]\/$/u.test(before.slice(-2))) return TIGHT
  return (tightBrackets && /^\[\d{1,4}\]/.test(next)) || (tightDots && next.startsWith('…')) ? TIGHT : SPACED
}

/** The last word is an address that its line's end broke. */
function isInAddress(before: string, next: string): boolean {
  if (!/:\/\/|www\./.test(before.slice(-300))) return false
  const last = /\S{1,300}$/.exec(before.slice(-300))?.[0] ?? ''
  if (!/(?:https?:\/\/|www\.)\S/.test(last)) return false
  const first = /^\S{1,300}/.exec(next)?.[0] ?? ''
  return (
    /[-/_=&?%#~+]$/.test(last) ||
    /^[/_=&?%#~]/.test(first) ||
    (last.endsWith('.') && /^[a-z\d-]+[./]/.test(first))
  )
}

/** A link over several lines is one link. */
function mergedLinks(marks: readonly FlowMark[]): FlowMark[] {
  const merged: FlowMark[] = []
  let last = -1
  for (const mark of marks) {
    const open = merged[last]
    if (
      mark.kind === 'link' &&
      open?.kind === 'link' &&
      open.href === mark.href &&
      mark.start - open.end <= 1
    ) {
      merged[last] = { ...open, end: mark.end }
      continue
    }
    if (mark.kind === 'link') last = merged.length
    merged.push(mark)
  }
  return merged
}
