import type { Span } from '../../text/span.ts'
import type { FlowBlock } from '../flow.ts'
import { bareLabel, isArrow, isReturn, plainDigits } from './structure-labels.ts'
import type { PlaceLink } from './structure-links.ts'

/** What of a note's block is no part of its words: its label, its links back, what another note has of the block. */
export interface NoteTrim {
  readonly cuts: readonly Span[]
  /** The note's own label as it stands before its words, null when none does. */
  readonly label: string | null
}

/** `leadsBack` tells whether a link leads to a place where this note is called. */
export interface TrimInput {
  readonly block: FlowBlock
  readonly links: readonly PlaceLink[]
  readonly labels: ReadonlySet<string>
  readonly leadsBack: (link: PlaceLink) => boolean
  /** The part of the block that is this note's. */
  readonly part: Span
  readonly isFirst: boolean
}

/** Longest label with its brackets. Code units. */
const LABEL_ROOM = 64

export function trimNote({ block, links, labels, leadsBack, part, isFirst }: TrimInput): NoteTrim {
  const { text } = block
  const cuts: Span[] = []
  if (part.start > 0) cuts.push({ start: 0, end: part.start })
  if (part.end < text.length) cuts.push({ start: part.end, end: text.length })
  let label: string | null = null
  let from = part.start
  for (const link of links) {
    if (link.start < part.start || link.end > part.end || !isBack(link, text, part, leadsBack(link))) continue
    const span = withBrackets(text, link, part)
    const leads = isFirst && !/[\p{L}\p{N}]/u.test(text.slice(from, span.start))
    if (leads && /[\p{L}\p{N}*†‡§]/u.test(link.words))
      label ??= bareLabel(link.words.replace(/^[^\p{L}\p{N}*†‡§]+/u, ''))
    if (leads) from = span.end
    cuts.push(leads ? { start: part.start, end: span.end } : span)
  }
  if (isFirst) {
    const lead = leadingLabel(block, from, part.end, labels, cuts.length > 0 && from > part.start)
    if (lead.end > from) cuts.push({ start: part.start, end: lead.end })
    label = lead.label ?? label
  }
  return { cuts, label }
}

/** A link back: the format says so, or its words are an arrow, or it leads to the call and stands at an end of the note. */
function isBack(link: PlaceLink, text: string, part: Span, leadsBack: boolean): boolean {
  if (link.back || isArrow(link.words) || isReturn(link.words)) return true
  if (!leadsBack) return false
  const before = text.slice(part.start, link.start)
  const isBefore = before.length <= LABEL_ROOM && !/\p{L}{2}/u.test(before)
  return isBefore || (part.end - link.end <= 4 && link.words.length <= 12)
}

/** The span of a link with the brackets around it: `[<a>1</a>]`, `(<a>back</a>)`. */
function withBrackets(text: string, { start, end }: Span, part: Span): Span {
  const pair = text.charAt(start - 1) + text.charAt(end)
  return (pair === '[]' || pair === '()') && start > part.start && end < part.end
    ? { start: start - 1, end: end + 1 }
    : { start, end }
}

/** The label before a note's words, behind the links that were cut already. */
function leadingLabel(
  { text, ordinal, marks }: FlowBlock,
  from: number,
  end: number,
  labels: ReadonlySet<string>,
  afterLink: boolean,
): { readonly end: number; readonly label: string | null } {
  const lead = plainDigits(text.slice(from, Math.min(end, from + LABEL_ROOM)))
  const gap = /^[\s^↑↩⬑]{0,12}/.exec(lead)?.[0].length ?? 0
  for (const label of labels) {
    const open = /^[[(]?/.exec(lead.slice(gap))?.[0].length ?? 0
    if (label === '' || !lead.startsWith(label, gap + open)) continue
    const after = from + gap + open + label.length
    const close = /^[\])]?[.:)]?/.exec(text.slice(after, after + 2))?.[0].length ?? 0
    const isApart = close > 0 || after >= end || /[\s\u2002-\u200a]/.test(text.charAt(after))
    const isRaised = marks.some(
      (mark) => mark.kind === 'raised' && mark.end === after && mark.start <= from + gap + open,
    )
    if (isApart || isRaised || /^[*†‡§]/.test(label)) return { end: after + close, label }
  }
  // "^ a b" stands before the words of a note with several calls; a stop or bracket behind a label that was a link.
  const rest = afterLink ? (/^[\])]?[.:)]?(?=\s|$)/.exec(lead.slice(gap))?.[0].length ?? 0) : 0
  return {
    end: gap + rest > 0 ? from + gap + rest : from,
    label: labels.size === 0 ? (ordinal ?? null) : null,
  }
}
