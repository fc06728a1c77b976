import type { FlowBlock } from '../flow.ts'
import { kindBelow } from './label-headings.ts'

/**
 * The headings over notes ("Footnotes") below which nothing is left once the notes are taken out. `taken`: by block,
 * whether it went into a note.
 */
export function emptiedHeadings(
  blocks: readonly FlowBlock[],
  taken: readonly boolean[],
): ReadonlySet<number> {
  const emptied = new Set<number>()
  let next = blocks.length
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]
    if (!block || taken[index] === true) continue
    if (next > index + 1 && endsSection(block, blocks[next]) && kindBelow(block.text) !== null)
      emptied.add(index)
    else next = index
  }
  return emptied
}

/** True for a heading whose section ends where the next block that is left stands. */
function endsSection(heading: FlowBlock, next: FlowBlock | undefined): boolean {
  if (heading.kind !== 'heading' && heading.text.length > 40) return false
  return next === undefined || (next.kind === 'heading' && (next.level ?? 1) <= (heading.level ?? 7))
}
