import type { FreeOf } from './alignment-exact.ts'
import { gapsBetween, hasBoth, type Range, type Run, type Side, type Sides } from './alignment-run.ts'
import { alignSimilar } from './alignment-similar.ts'

/**
 * The edits inside blocks that moved: what stands beside pieces that moved word for word from one block to another. All of
 * the two blocks is looked at where nothing in them came from or went anywhere else; otherwise only what stands between two
 * such pieces. `moved` ascends by old index.
 */
export function alignMovedBlocks(sides: Sides, moved: readonly Run[], isFree: FreeOf): Run[] {
  return groupedByBlocks(sides, moved).flatMap((group) => {
    const first = group[0]
    if (!first || !ascends(group)) return []
    const gaps = gapsBetween(group, blocksOf(sides, first))
    const isWhole = gaps.every((gap) => isAllFree(gap, isFree))
    return (isWhole ? gaps : gaps.filter((gap) => isInside(gap, group) && isAllFree(gap, isFree)))
      .filter(hasBoth)
      .flatMap((gap) => alignSimilar(sides, gap, isFree))
  })
}

/** The runs that lead from one old block to one new block, together. */
function groupedByBlocks(sides: Sides, moved: readonly Run[]): Run[][] {
  const groups = new Map<string, Run[]>()
  for (const run of moved) {
    const key = `${sides.old.blocks[run.oldStart] ?? ''}>${sides.new.blocks[run.newStart] ?? ''}`
    const group = groups.get(key)
    if (group) group.push(run)
    else groups.set(key, [run])
  }
  return [...groups.values()]
}

const ascends = (runs: readonly Run[]): boolean =>
  runs.every((run, index) => run.newStart > (runs[index - 1]?.newStart ?? -1))

const isInside = (gap: Range, group: readonly Run[]): boolean =>
  gap.oldStart > (group[0]?.oldStart ?? 0) && gap.oldEnd < (group.at(-1)?.oldEnd ?? 0)

function blocksOf(sides: Sides, { oldStart, newStart }: Run): Range {
  const [old, next] = [blockAround(sides.old, oldStart), blockAround(sides.new, newStart)]
  return { oldStart: old.start, oldEnd: old.end, newStart: next.start, newEnd: next.end }
}

/** How many pieces to each side of a moved one are looked at: a block may hold a whole text. */
const FARTHEST = 100

function blockAround({ blocks }: Side, at: number): { start: number; end: number } {
  let start = at
  let end = at + 1
  while (start > 0 && at - start < FARTHEST && blocks[start - 1] === blocks[at]) start--
  while (end < blocks.length && end - at < FARTHEST && blocks[end] === blocks[at]) end++
  return { start, end }
}

function isAllFree({ oldStart, oldEnd, newStart, newEnd }: Range, isFree: FreeOf): boolean {
  for (let index = oldStart; index < oldEnd; index++) if (!isFree.old(index)) return false
  for (let index = newStart; index < newEnd; index++) if (!isFree.new(index)) return false
  return true
}
