import { candidatesAmong, type Candidate } from './alignment-candidates.ts'
import type { FreeOf } from './alignment-exact.ts'
import { withoutCrossing } from './alignment-crossing.ts'
import { heaviestIncreasing } from './alignment-increasing.ts'
import { grow } from './alignment-grow.ts'
import { indexes, type Range, type Run, type Sides } from './alignment-run.ts'

/**
 * The least similarity of two versions of a sentence: less is asked of two that stand alone between the same neighbours, more
 * in a hunk so large that its neighbours tell little.
 */
const LEAST = 0.55
const LEAST_ALONE = 0.5
const LEAST_IN_LARGE = 0.65
/** Pairs of pieces from which a hunk is large. */
const LARGE = 2500
/** How much likelier than any other that is free a version must be. */
const MARGIN = 0.1

/**
 * Links the pieces of a hunk that were edited, in order. A piece whose place is not certain, because another free piece
 * reads nearly as well there, is linked to none. Pieces that were divided or joined become runs.
 */
export function alignSimilar(sides: Sides, hunk: Range, isFree: FreeOf): Run[] {
  const { olds, news } = freeOnesOf(sides, hunk, isFree)
  const candidates = candidatesAmong(sides, olds, news, leastIn(olds.length * news.length))
  if (candidates.length === 0) return []
  const chosen = heaviestIncreasing(
    candidates.map((candidate) => ({ ...candidate, weight: weightOf(sides, candidate) })),
  )
  const open = { old: new Set(olds), new: new Set(news) }
  for (const link of chosen) {
    open.old.delete(link.old)
    open.new.delete(link.new)
  }
  const runs = chosen.map((link) => grow(sides, link, open))
  const rivals = rivalsOf(candidates, open)
  const certain = runs.filter((_, index) => {
    const link = chosen[index]
    return (
      link !== undefined && !isRivalled(link, { before: runs[index - 1], after: runs[index + 1] }, rivals)
    )
  })
  return [...withoutCrossing(sides, hunk, certain, isFree)]
}

function leastIn(pairs: number): number {
  if (pairs === 1) return LEAST_ALONE
  return pairs < LARGE ? LEAST : LEAST_IN_LARGE
}

const weightOf = (sides: Sides, { old, new: next, similarity }: Candidate): number =>
  similarity * similarity * ((sides.old.letters[old] ?? 0) + (sides.new.letters[next] ?? 0) + 1)

/** The free pieces of a hunk, without those whose very words stand on the other side: their place is no matter of likeness. */
function freeOnesOf(sides: Sides, hunk: Range, isFree: FreeOf): { olds: number[]; news: number[] } {
  const olds = indexes(hunk.oldStart, hunk.oldEnd).filter(isFree.old)
  const news = indexes(hunk.newStart, hunk.newEnd).filter(isFree.new)
  const oldIds = new Set(olds.map((index) => sides.old.ids[index]))
  const newIds = new Set(news.map((index) => sides.new.ids[index]))
  return {
    olds: olds.filter((index) => !newIds.has(sides.old.ids[index])),
    news: news.filter((index) => !oldIds.has(sides.new.ids[index])),
  }
}

interface Rivals {
  readonly ofOld: ReadonlyMap<number, readonly Candidate[]>
  readonly ofNew: ReadonlyMap<number, readonly Candidate[]>
}

/** The candidates with one end that nothing was linked to, by their other end. */
function rivalsOf(
  candidates: readonly Candidate[],
  open: { readonly old: ReadonlySet<number>; readonly new: ReadonlySet<number> },
): Rivals {
  const ofOld = new Map<number, Candidate[]>()
  const ofNew = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    if (open.new.has(candidate.new)) pushTo(ofOld, candidate.old, candidate)
    if (open.old.has(candidate.old)) pushTo(ofNew, candidate.new, candidate)
  }
  return { ofOld, ofNew }
}

function pushTo(lists: Map<number, Candidate[]>, key: number, candidate: Candidate): void {
  const list = lists.get(key)
  if (list) list.push(candidate)
  else lists.set(key, [candidate])
}

/** Whether another free piece between the neighbouring runs would do nearly as well. */
function isRivalled(
  link: Candidate,
  { before, after }: { readonly before: Range | undefined; readonly after: Range | undefined },
  { ofOld, ofNew }: Rivals,
): boolean {
  const isClose = (rival: Candidate): boolean => rival.similarity > link.similarity - MARGIN
  return (
    (ofOld.get(link.old) ?? []).some(
      (rival) =>
        isClose(rival) &&
        rival.new >= (before?.newEnd ?? 0) &&
        rival.new < (after?.newStart ?? Number.POSITIVE_INFINITY),
    ) ||
    (ofNew.get(link.new) ?? []).some(
      (rival) =>
        isClose(rival) &&
        rival.old >= (before?.oldEnd ?? 0) &&
        rival.old < (after?.oldStart ?? Number.POSITIVE_INFINITY),
    )
  )
}
