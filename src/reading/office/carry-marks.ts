import type { FlowBlock, FlowMark } from '../flow.ts'

/** Blocks that a line is looked for in before it counts as left out. */
const LOOK = 6

/** What stands before the words of an item typed by hand. */
const BULLET = /^[•◦▪·*–—o-]\s+/

/**
 * Moves the marks of lines to the blocks that were made of them: a line's words stand in a block as they were, one line
 * behind the other, at most without a bullet. Page starts of lines that were left out move to the next line kept.
 */
export function carryMarks(lines: readonly FlowBlock[], blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const carried = blocks.map((block) => ({ ...block, marks: [...block.marks] }))
  let block = 0
  let at = 0
  let pages: FlowMark[] = []
  for (const line of lines) {
    const found = placeOf(line.text, blocks, block, at)
    if (!found) {
      pages.push(...line.marks.filter(({ kind }) => kind === 'page'))
      continue
    }
    const target = carried[found.block]
    for (const page of pages) target?.marks.push({ ...page, start: found.at, end: found.at })
    for (const mark of line.marks) target?.marks.push(...moved(mark, found.at, found.cut))
    pages = []
    block = found.block
    at = found.at + line.text.length - found.cut
  }
  return carried
}

interface Place {
  readonly block: number
  readonly at: number
  /** Characters of the line before what stands in the block. */
  readonly cut: number
}

function placeOf(text: string, blocks: readonly FlowBlock[], from: number, at: number): Place | null {
  const cuts = [0, BULLET.exec(text)?.[0].length ?? 0]
  for (let block = from; block < Math.min(blocks.length, from + LOOK); block++) {
    const whole = blocks[block]?.text ?? ''
    const start = block === from ? at + (whole[at] === ' ' ? 1 : 0) : 0
    for (const cut of cuts) if (whole.startsWith(text.slice(cut), start)) return { block, at: start, cut }
  }
  return null
}

function moved(mark: FlowMark, at: number, cut: number): FlowMark[] {
  if (mark.kind === 'page') return [{ ...mark, start: at, end: at }]
  if (mark.kind !== 'source') return []
  const start = Math.max(mark.start, cut)
  // Where references stand in the raw content, its characters cannot be counted off.
  if (start >= mark.end || (start > mark.start && mark.to - mark.from !== mark.end - mark.start)) return []
  return [
    { ...mark, from: mark.from + start - mark.start, start: at + start - cut, end: at + mark.end - cut },
  ]
}
