import { candidatesAmong } from './alignment-candidates.ts'
import type { FreeOf } from './alignment-exact.ts'
import {
  gapsBetween,
  hasBoth,
  indexes,
  type Range,
  type Run,
  type Side,
  type Sides,
} from './alignment-run.ts'
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
    const editsIn = (some: readonly Range[]): Run[] =>
      some.filter(hasBoth).flatMap((gap) => alignSimilar(sides, gap, isFree))
    const inside = gaps.filter((gap) => isInside(gap, group) && isAllFree(gap, isFree))
    if (!gaps.every((gap) => isAllFree(gap, isFree))) return editsIn(inside)
    const edits = editsIn(gaps)
    return edits.length > 0 && hasGuests(sides, gaps, edits, isFree) ? editsIn(inside) : edits
  })
}

/** How alike a piece of the new block and one of another old block are, for the one to be a version of the other. */
const GUEST = 0.65

/** Whether something in the new block that none of its own became reads like what another block had: then two blocks became one. */
function hasGuests(sides: Sides, gaps: readonly Range[], edits: readonly Run[], isFree: FreeOf): boolean {
  const taken = new Set(edits.flatMap(({ newStart, newEnd }) => indexes(newStart, newEnd)))
  const news = gaps
    .flatMap(({ newStart, newEnd }) => indexes(newStart, newEnd))
    .filter((at) => !taken.has(at))
  if (news.length === 0) return false
  const own = new Set(gaps.flatMap(({ oldStart, oldEnd }) => indexes(oldStart, oldEnd)))
  const others = [...sides.old.ids.keys()].filter((index) => isFree.old(index) && !own.has(index))
  return candidatesAmong(sides, others, news, GUEST).length > 0
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
