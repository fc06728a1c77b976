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

/** Joins lines: words broken at a line's end are made whole, other lines get a space between. A page begins with a mark. */
export function joinLines(parts: readonly LinePart[], joining: Joining, pageBefore: number): JoinedText {
  let text = ''
  let page = pageBefore
  const marks: FlowMark[] = []
  for (const { line, from } of parts) {
    const words = line.text.slice(from)
    const { cut, space } = seam(text, words, joining)
    text = text.slice(0, text.length - cut) + (space ? ' ' : '')
    if (line.page !== page)
      marks.push({ kind: 'page', number: line.page, start: text.length, end: text.length })
    page = line.page
    for (const mark of joining.marksOf(line)) {
      if (mark.end <= from) continue
      const by = text.length - from
      marks.push({ ...mark, start: Math.max(mark.start, from) + by, end: mark.end + by })
    }
    text += words
  }
  return { text, marks: mergedLinks(marks.sort((a, b) => a.start - b.start || b.end - a.end)) }
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
  const left = /[\p{L}\p{N}\p{M}'’]+(?:-[\p{L}\p{N}\p{M}'’]+){0,4}(?=[-‐]$)/u.exec(before.slice(-60))?.[0]
  const right = /^[\p{L}\p{N}\p{M}'’]+/u.exec(next.slice(0, 60))?.[0]
  if (isInAddress(before, next)) return TIGHT
  if (left !== undefined && right !== undefined)
    return vocabulary.isBroken(left, right) ? { cut: 1, space: false } : TIGHT
  if (/[^\s–—][–—]$/.test(before.slice(-2)) || /^[–—]\S/.test(next)) return TIGHT
  if (/[\p{L}\p{N}]\/$/u.test(before.slice(-2))) return TIGHT
  return (tightBrackets && /^\[\d{1,4}\]/.test(next)) || (tightDots && next.startsWith('…')) ? TIGHT : SPACED
}

/** The last word is an address that its line's end broke. */
function isInAddress(before: string, next: string): boolean {
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
