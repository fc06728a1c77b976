import type { FreeOf } from './alignment-exact.ts'
import { type Range, type Run, type Side, type Sides, single } from './alignment-run.ts'

/**
 * Links pieces that are known by their place: a gap between two runs that holds equally many of them on both sides and
 * nothing else, as where the figures in a row of a table were brought up to date.
 */
export function alignSlots(sides: Sides, gap: Range, isFree: FreeOf): Run[] {
  const length = gap.oldEnd - gap.oldStart
  if (length !== gap.newEnd - gap.newStart) return []
  if (!isAllSlots(sides.old, gap.oldStart, gap.oldEnd, isFree.old)) return []
  if (!isAllSlots(sides.new, gap.newStart, gap.newEnd, isFree.new)) return []
  return Array.from({ length }, (_, step) => single(gap.oldStart + step, gap.newStart + step, 'similar'))
}

/** Whether the pieces, and their neighbours on both sides, are slots of one table; a neighbour may be its label. */
function isAllSlots(side: Side, from: number, to: number, isFree: (index: number) => boolean): boolean {
  const family = side.families[from]
  if (side.families[from - 1] !== family) return false
  for (let index = from; index < to; index++) if (side.slots[index] !== true || !isFree(index)) return false
  return true
}
