import { candidatesAmong, type Candidate } from './alignment-candidates.ts'
import type { FreeOf } from './alignment-exact.ts'
import { indexes, likenessOf, type Range, type Run, type Side, type Sides } from './alignment-run.ts'
import { containment } from './similarity.ts'

/** Pieces of a hunk that no link has taken, in order. */
interface Unlinked {
  readonly olds: readonly number[]
  readonly news: readonly number[]
}

/** An old and a new piece that no link has taken and that may belong together. */
type Pair = Pick<Candidate, 'old' | 'new'>

/** A part shorter than this, in letters, tells nothing. */
const SHORTEST = 12
/** How much of a piece stands in another that holds all of it, but for a word or two. */
const WHOLE = 0.85
/** Pairs up to which a piece is looked for inside all others. */
const ALL_PAIRS = 20_000
/** Less alike than this, two pieces tell nothing of order; and how much less alike than a link they may be. */
const LEAST = 0.5
const MARGIN = 0.1

/**
 * Of the links of a hunk by likeness those that cut nothing apart that belongs together there: an old piece before the link and a new
 * one after it, or the other way round, that say the same, or are about as alike as what the link joins, or one of which
 * holds the other whole. One of the two moved, and nobody knows which. What a dropped link leaves free is looked at again.
 */
export function withoutCrossing(
  sides: Sides,
  hunk: Range,
  links: readonly Run[],
  isFree: FreeOf,
): readonly Run[] {
  if (links.length === 0) return links
  const crosses = crossingOf(sides, unlinkedIn(hunk, links, isFree))
  const kept = links.filter((link) => !crosses(link))
  return kept.length === links.length ? kept : withoutCrossing(sides, hunk, kept, isFree)
}

function unlinkedIn(hunk: Range, links: readonly Run[], isFree: FreeOf): Unlinked {
  const olds = new Set(links.flatMap(({ oldStart, oldEnd }) => indexes(oldStart, oldEnd)))
  const news = new Set(links.flatMap(({ newStart, newEnd }) => indexes(newStart, newEnd)))
  return {
    olds: indexes(hunk.oldStart, hunk.oldEnd).filter((index) => isFree.old(index) && !olds.has(index)),
    news: indexes(hunk.newStart, hunk.newEnd).filter((index) => isFree.new(index) && !news.has(index)),
  }
}

function crossingOf(sides: Sides, unlinked: Unlinked): (link: Run) => boolean {
  const { olds, news } = unlinked
  const repeated = repeatedIn(sides, unlinked)
  const held = heldWhole(sides, unlinked)
  const alike = candidatesAmong(sides, olds, news, LEAST)
  return (link) => {
    if (repeated.some((places) => partsRepeated(places, link))) return true
    if (held.some((pair) => crosses(pair, link))) return true
    const crossing = alike.filter((pair) => crosses(pair, link))
    return (
      crossing.length > 0 && crossing.some(({ similarity }) => similarity > likenessOf(sides, link) - MARGIN)
    )
  }
}

const crosses = (pair: Pair, { oldStart, oldEnd, newStart, newEnd }: Range): boolean =>
  (pair.old < oldStart && pair.new >= newEnd) || (pair.old >= oldEnd && pair.new < newStart)

/** The places of one wording on both sides. */
interface Repeated {
  readonly olds: readonly number[]
  readonly news: readonly number[]
}

function repeatedIn(sides: Sides, { olds, news }: Unlinked): Repeated[] {
  const places = new Map<number, { olds: number[]; news: number[] }>()
  const at = (side: Side, index: number) => {
    const id = side.ids[index] ?? -1
    const known = places.get(id) ?? { olds: [], news: [] }
    places.set(id, known)
    return known
  }
  for (const index of olds)
    if ((sides.old.letters[index] ?? 0) >= SHORTEST) at(sides.old, index).olds.push(index)
  for (const index of news)
    if ((sides.new.letters[index] ?? 0) >= SHORTEST) at(sides.new, index).news.push(index)
  return [...places.values()].filter((one) => one.olds.length > 0 && one.news.length > 0)
}

/** Whether fewer of them would find their place with the link than without it. */
function partsRepeated({ olds, news }: Repeated, { oldStart, newStart }: Range): boolean {
  const [oldBefore, newBefore] = [countBelow(olds, oldStart), countBelow(news, newStart)]
  const kept = Math.min(oldBefore, newBefore) + Math.min(olds.length - oldBefore, news.length - newBefore)
  return kept < Math.min(olds.length, news.length)
}

const countBelow = (places: readonly number[], limit: number): number =>
  places.reduce((count, place) => (place < limit ? count + 1 : count), 0)

/** The pairs of pieces of which one holds the other: sentences that were joined, or divided. */
function heldWhole(sides: Sides, { olds, news }: Unlinked): Pair[] {
  if (olds.length * news.length > ALL_PAIRS) return []
  return olds.flatMap((old) =>
    news.flatMap((next): Pair[] => {
      const [a, b] = [sides.old.bag(old), sides.new.bag(next)]
      const [part, whole] = a.letters <= b.letters ? [a, b] : [b, a]
      return part.letters >= SHORTEST && containment(part, whole) >= WHOLE ? [{ old, new: next }] : []
    }),
  )
}
