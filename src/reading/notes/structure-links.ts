import type { Flow, FlowBlock, FlowMark } from '../flow.ts'
import { isRaisedNumber, markerWords, type MarkerWords } from './structure-labels.ts'

/** A link that leads to a place by its id, with what its words look like. Spans are into the text of its block. */
export interface PlaceLink {
  readonly block: number
  readonly start: number
  readonly end: number
  readonly id: string
  /** The address before the `#` is not empty: it may name this file or another one. */
  readonly elsewhere: boolean
  readonly calls: boolean
  readonly back: boolean
  readonly words: string
  readonly marker: MarkerWords | null
  readonly bracketed: boolean
  readonly raised: boolean
}

const NONE: readonly PlaceLink[] = []

/** Every link to an id, block by block. */
export function placeLinks(blocks: Flow['blocks']): readonly (readonly PlaceLink[])[] {
  return blocks.map((block, index) => {
    if (block.marks.length === 0) return NONE
    const raised = block.marks.filter((mark) => mark.kind === 'raised')
    return block.marks.flatMap((mark) => {
      const link = mark.kind === 'link' ? placeLink(block, index, mark, raised) : null
      return link ? [link] : []
    })
  })
}

/** Longest words of a link that are looked at. Code units. */
const LONGEST = 60

function placeLink(
  block: FlowBlock,
  index: number,
  mark: Extract<FlowMark, { kind: 'link' }>,
  raisedMarks: readonly FlowMark[],
): PlaceLink | null {
  const hash = mark.href.indexOf('#')
  if (hash < 0 || hash === mark.href.length - 1 || mark.end - mark.start > LONGEST) return null
  const words = block.text.slice(mark.start, mark.end).trim()
  const raised = overlaps(raisedMarks, mark) || isRaisedNumber(words)
  const bracketed = (words.startsWith('[') && words.endsWith(']')) || inBrackets(block.text, mark)
  return {
    block: index,
    start: mark.start,
    end: mark.end,
    id: decoded(mark.href.slice(hash + 1)),
    elsewhere: hash > 0,
    calls: mark.calls === true,
    back: mark.back === true,
    words,
    marker: markerWords(words, { raised, bracketed }),
    bracketed,
    raised,
  }
}

/** `marks` ascend and do not nest: a search by halves finds the one that reaches into the span. */
function overlaps(marks: readonly FlowMark[], { start, end }: FlowMark): boolean {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found = marks[low]
  return found !== undefined && found.start < end
}

/** Reach of a bracket around several links: `[1, 2, 3]`. Code units to either side. */
const REACH = 80

function inBrackets(text: string, { start, end }: FlowMark): boolean {
  const before = text.slice(Math.max(0, start - REACH), start)
  if (!before.includes('[')) return false
  const after = text.slice(end, end + REACH)
  return /\[[^\][]{0,80}$/.test(before) && /^[^\][]{0,80}\]/.test(after)
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
