import type { Span } from '../../text/span.ts'
import type { FlowBlock, FlowMark } from '../flow.ts'
import { type LabelWords, labelsIn, LONGEST_LABEL, numberOf, plainDigits } from './label-words.ts'

/** How a call is written: `[12]`, `{12}`, `(12)`, a raised 12, or a bare sign such as † at a word's end. */
export type CallStyle = 'bracket' | 'brace' | 'paren' | 'raised' | 'sign'

/** Words that call notes if notes with their labels exist. Spans are into the text of the block. */
export interface PossibleCall extends Span {
  readonly style: CallStyle
  /** Each with its own span in the block's text; together they cover the call. */
  readonly labels: readonly LabelWords[]
}

/** A bracket with more words inside calls nothing. Room for a list of labels. Code units. */
const LONGEST_CALL = 120

const CLOSING: Readonly<Record<string, CallStyle>> = { ']': 'bracket', '}': 'brace', ')': 'paren' }
const OPENING: Readonly<Record<string, string>> = { ']': '[', '}': '{', ')': '(' }

/** No block without one of these calls a note by its text. */
const MAY_CALL = /[\])}⁰¹²³⁴⁵⁶⁷⁸⁹]/

/** All words of a block that may call notes, in order, outside code. */
export function possibleCalls(block: FlowBlock, taken: readonly Span[]): PossibleCall[] {
  const { text, marks } = block
  if (marks.length === 0 && !MAY_CALL.test(text)) return []
  const found = [...bracketed(text), ...raisedMarks(text, marks), ...superscriptDigits(text)]
  if (found.length === 0) return found
  const closed = [...marks.filter((mark) => mark.kind === 'code'), ...taken].sort((a, b) => a.start - b.start)
  return withoutOverlaps(found, closed)
}

/** One pass: a closing bracket looks back at the last opening one, so that rows of brackets stay linear. */
function bracketed(text: string): PossibleCall[] {
  const calls: PossibleCall[] = []
  const opened: Record<string, number> = { '[': -1, '{': -1, '(': -1 }
  for (const match of text.matchAll(/[[\](){}]/g)) {
    const sign = match[0]
    const at = match.index
    if (sign in opened) opened[sign] = at
    else {
      const start = opened[OPENING[sign] ?? ''] ?? -1
      const call =
        start >= 0 && at - start <= LONGEST_CALL
          ? callOf(text, start, at + 1, CLOSING[sign] ?? 'bracket')
          : null
      if (call) calls.push(call)
      opened[OPENING[sign] ?? ''] = -1
    }
  }
  return calls
}

function callOf(text: string, start: number, end: number, style: CallStyle): PossibleCall | null {
  const labels = labelsIn(text.slice(start + 1, end - 1))
  if (labels.length === 0) return null
  if (
    style === 'paren' &&
    !(labels.length === 1 && numberOf(labels[0]?.label ?? '') !== null && closesWords(text, start, end))
  )
    return null
  return { style, start, end, labels: spread(labels, start, end, 1) }
}

/** `(12)` calls a note only where it is set tight to a word or ends a clause; `(1) first …` counts things. */
const closesWords = (text: string, start: number, end: number): boolean =>
  start > 0 && (/\S/.test(text[start - 1] ?? '') || /^(?:$|[.,;:?!"”’)])/.test(text.slice(end, end + 1)))

/** Moves spans inside the brackets to the block; the first takes the opening bracket, the last the closing one. */
function spread(labels: readonly LabelWords[], start: number, end: number, bracket: 0 | 1): LabelWords[] {
  return labels.map((words, i) => ({
    label: words.label,
    start: i === 0 ? start : words.start + start + bracket,
    end: i === labels.length - 1 ? end : words.end + start + bracket,
  }))
}

function raisedMarks(text: string, marks: readonly FlowMark[]): PossibleCall[] {
  return marks.flatMap((mark) => (mark.kind === 'raised' ? raisedCall(text, mark.start, mark.end) : []))
}

function raisedCall(text: string, start: number, end: number): PossibleCall[] {
  if (end - start > LONGEST_LABEL) return []
  const inner = text.slice(start, end)
  const bare = plainDigits(inner).replace(/^[[(]|[\])]$/g, ' ')
  const labels = labelsIn(bare).filter(
    ({ label }) => numberOf(label) !== null || /^(?:[a-z]|[*†‡§¶‖#]{1,4})$/i.test(label),
  )
  if (labels.length === 0 || isExponent(text.slice(Math.max(0, start - 4), start), inner)) return []
  return [{ style: 'raised', start, end, labels: spread(labels, start, end, 0) }]
}

function superscriptDigits(text: string): PossibleCall[] {
  return [...text.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,–-][⁰¹²³⁴⁵⁶⁷⁸⁹]+){0,6}/g)].flatMap((match) =>
    raisedCall(text, match.index, match.index + match[0].length),
  )
}

/** Square metres and powers: a small number raised after a unit, or after a digit that is part of a power. */
export const isExponent = (before: string, raised: string): boolean =>
  /^[23²³]$/.test(raised) && /(?:^|[\s\d(/·])(?:[kcmdµ]?m|ft|in|yd|mi|[xynRrs])$/.test(before)

/** Calls of a block in order, without those that a stretch of `closed` (sorted) or an earlier call covers. */
function withoutOverlaps(calls: PossibleCall[], closed: readonly Span[]): PossibleCall[] {
  calls.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: PossibleCall[] = []
  let reached = 0
  let next = 0
  let barred = 0
  for (const call of calls) {
    for (let span = closed[next]; span && span.start < call.end; span = closed[++next])
      barred = Math.max(barred, span.end)
    if (call.start < reached || call.start < barred) continue
    kept.push(call)
    reached = call.end
  }
  return kept
}
