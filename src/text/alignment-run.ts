import { similarity } from './similarity.ts'
import { joined, type WordBag } from './similarity-words.ts'

/**
 * One side of an alignment: pieces of a text in order, all known by their index. Equal ids, over both sides, mean equal
 * wording. `letters`: how much each says. `blocks`: which block each stands in, ascending. `family`: pieces of
 * different families are never taken for versions of each other. `slots`: pieces that are known by their place
 * rather than by their words (a number in a table).
 */
export interface Side {
  readonly ids: readonly number[]
  readonly letters: readonly number[]
  readonly blocks: readonly number[]
  readonly families: readonly number[]
  readonly slots: readonly boolean[]
  readonly bag: (index: number) => WordBag
}

export interface Sides {
  readonly old: Side
  readonly new: Side
}

/** A stretch of both sides. Indexes, starts inclusive, ends exclusive; a side may be empty. */
export interface Range {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/** Old pieces and the new ones that they became: `same` wording (one piece each) or `similar` (1:1, 1:n or n:1). */
export interface Run extends Range {
  readonly how: 'same' | 'similar'
}

export const single = (old: number, next: number, how: Run['how']): Run => ({
  oldStart: old,
  oldEnd: old + 1,
  newStart: next,
  newEnd: next + 1,
  how,
})

/** What lies between the runs inside a range, where either side has something. `runs` ascend on both sides. */
export function gapsBetween(runs: readonly Range[], range: Range): Range[] {
  const gaps: Range[] = []
  let { oldStart, newStart } = range
  const end = { oldStart: range.oldEnd, newStart: range.newEnd, oldEnd: range.oldEnd, newEnd: range.newEnd }
  for (const run of [...runs, end]) {
    if (run.oldStart > oldStart || run.newStart > newStart)
      gaps.push({ oldStart, oldEnd: run.oldStart, newStart, newEnd: run.newStart })
    oldStart = run.oldEnd
    newStart = run.newEnd
  }
  return gaps
}

export const hasBoth = ({ oldStart, oldEnd, newStart, newEnd }: Range): boolean =>
  oldEnd > oldStart && newEnd > newStart

export const byOld = (a: Range, b: Range): number => a.oldStart - b.oldStart

/** How alike the two ends of a run are, 0 to 1. */
export const likenessOf = (sides: Sides, { oldStart, oldEnd, newStart, newEnd }: Range): number =>
  similarity(bagBetween(sides.old, oldStart, oldEnd), bagBetween(sides.new, newStart, newEnd))

/** The words of some pieces together, one at least. */
export function bagBetween(side: Side, start: number, end: number): WordBag {
  let bag = side.bag(start)
  for (let index = start + 1; index < end; index++) bag = joined(bag, side.bag(index))
  return bag
}

/** The indexes from one up to another, the last one excluded. */
export const indexes = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step)
