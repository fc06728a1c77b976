import type { Block } from '../reading/document.ts'
import type { Span } from '../text/span.ts'

/**
 * A heading and what stands under it, down to the next of its level; or what stands before the first heading. `start`: of
 * its heading's block, and what names it within a draft. `level`: of the heading, from 1. Spans in UTF-16 code units.
 */
export interface Section extends Span {
  readonly title: string
  readonly level: number
  /** Index of the heading's block, null for the text before the first. */
  readonly block: number | null
}

/** Longest title, in UTF-16 code units; the rest is cut with an ellipsis. */
const LONGEST_TITLE = 90

export const BEGINNING = 'Beginning'

/** The sections of a draft in order. Those of lower levels lie within those above them. */
export function sectionsOf(text: string, blocks: readonly Block[]): Section[] {
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading'
      ? [{ start: block.start, level: block.level ?? 1, block: index, end: block.end }]
      : [],
  )
  const ends = endsOf(headings, text.length)
  const sections = headings.map((heading, index) => ({
    start: heading.start,
    end: ends[index] ?? text.length,
    title: shortened(text.slice(heading.start, heading.end)),
    level: heading.level,
    block: heading.block,
  }))
  const first = sections[0]
  if (first?.start === 0) return sections
  const end = first?.start ?? text.length
  return [{ start: 0, end, title: BEGINNING, level: first?.level ?? 1, block: null }, ...sections]
}

/** Where each heading's section ends: at the next heading of its level or a higher one. One pass, by a stack. */
function endsOf(headings: readonly { start: number; level: number }[], end: number): number[] {
  const ends = headings.map(() => end)
  const open: number[] = []
  headings.forEach(({ start, level }, index) => {
    for (let last = open.at(-1); last !== undefined && levelAt(headings, last) >= level; last = open.at(-1)) {
      ends[last] = start
      open.pop()
    }
    open.push(index)
  })
  return ends
}

const levelAt = (headings: readonly { level: number }[], index: number): number => headings[index]?.level ?? 0

/** A title on one line. */
function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}
