import { heaviestIncreasing } from './alignment-increasing.ts'
import { gapsBetween, hasBoth, type Range } from './alignment-run.ts'

/** What has to agree: ids of the pieces on both sides, and how much each old piece says. */
export interface Ids {
  readonly old: readonly number[]
  readonly new: readonly number[]
  readonly weights: readonly number[]
}

export interface IdLink {
  readonly old: number
  readonly new: number
}

/** How often a stretch is divided again: each time, what repeats may have become unique in what is left. */
const DEPTH = 16

/**
 * Links equal ids that stand once on each side of a range, in order, and goes on between them: what repeats in the
 * document may be unique there (patience diff, with the heaviest chain instead of the longest). Answers in order.
 * `isFree` leaves out pieces that have found their place already.
 */
export function alignUnique(ids: Ids, range: Range, isFree: FreeOf = ALL_FREE): IdLink[] {
  const found: IdLink[] = []
  let ranges: Range[] = [range]
  for (let depth = 0; depth < DEPTH && ranges.length > 0; depth++) {
    const next: Range[] = []
    for (const part of ranges) {
      const anchors = uniqueIn(ids, part, isFree)
      if (anchors.length === 0) continue
      found.push(...anchors)
      next.push(...gapsBetween(anchors.map(asRange), part).filter(hasBoth))
    }
    ranges = next
  }
  return found.sort((a, b) => a.old - b.old)
}

/** Which pieces may still be linked. */
export interface FreeOf {
  readonly old: (index: number) => boolean
  readonly new: (index: number) => boolean
}

const ALL_FREE: FreeOf = { old: () => true, new: () => true }

const asRange = (link: IdLink): Range => ({
  oldStart: link.old,
  oldEnd: link.old + 1,
  newStart: link.new,
  newEnd: link.new + 1,
})

function uniqueIn(ids: Ids, range: Range, isFree: FreeOf): IdLink[] {
  const olds = placesOnce(ids.old, range.oldStart, range.oldEnd, isFree.old)
  const news = placesOnce(ids.new, range.newStart, range.newEnd, isFree.new)
  const links: { old: number; new: number; weight: number }[] = []
  for (const [id, old] of olds) {
    const place = news.get(id)
    if (old !== REPEATED && place !== undefined && place !== REPEATED)
      links.push({ old, new: place, weight: 1 + (ids.weights[old] ?? 0) })
  }
  return heaviestIncreasing(links)
}

const REPEATED = -1

/** Where each id stands, or `REPEATED`. */
export function placesOnce(
  ids: readonly number[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (let index = from; index < to; index++) {
    const id = ids[index]
    if (id !== undefined && isFree(index)) places.set(id, places.has(id) ? REPEATED : index)
  }
  return places
}
