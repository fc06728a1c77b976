import type { Side, Sides } from './alignment-run.ts'
import { similarity } from './similarity.ts'

/** An old and a new piece that read alike. `similarity` from 0 to 1. */
export interface Candidate {
  readonly old: number
  readonly new: number
  readonly similarity: number
}

/** Pairs up to which everything is compared with everything; beyond, only what shares rare words. */
const ALL_PAIRS = 400
/** A word that stands in more of the new pieces than this tells none of them. */
const COMMON = 64
/** How many of an old piece's rarest words are looked up, and how many pieces that hold them are compared. */
const RAREST = 8
const NEAREST = 6

/**
 * The pairs of pieces of at least this similarity. What two large stretches have in common is looked for by their rare
 * words, so that the work stays near linear; a pair that shares only common words can be missed there.
 */
export function candidatesAmong(
  sides: Sides,
  olds: readonly number[],
  news: readonly number[],
  least: number,
): Candidate[] {
  const nearTo = olds.length * news.length <= ALL_PAIRS ? () => news : nearby(sides, news)
  const found: Candidate[] = []
  for (const old of olds)
    for (const next of nearTo(old)) {
      if (sides.old.families[old] !== sides.new.families[next]) continue
      const alike = likeness(sides, old, next, least)
      if (alike >= least) found.push({ old, new: next, similarity: alike })
    }
  return found
}

/** The similarity of two pieces, or 0 where their lengths alone keep it below `least`. */
function likeness(sides: Sides, old: number, next: number, least: number): number {
  const a = sides.old.bag(old)
  const b = sides.new.bag(next)
  const most = (2 * Math.min(a.letters, b.letters)) / Math.max(1, a.letters + b.letters)
  return most < least ? 0 : similarity(a, b)
}

type Nearby = (old: number) => readonly number[]

function nearby(sides: Sides, news: readonly number[]): Nearby {
  const holders = holdersOf(sides.new, news)
  return (old) => {
    const shared = new Map<number, number>()
    for (const [word, places] of rarest(sides.old, old, holders))
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + word.length)
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, NEAREST)
      .map(([place]) => place)
  }
}

type Holders = ReadonlyMap<string, readonly number[]>

/** Which new pieces hold each word; one more than `COMMON` stands for too many. */
function holdersOf(side: Side, news: readonly number[]): Holders {
  const holders = new Map<string, number[]>()
  for (const index of news)
    for (const word of side.bag(index).counts.keys()) {
      const list = holders.get(word)
      if (!list) holders.set(word, [index])
      else if (list.length <= COMMON) list.push(index)
    }
  return holders
}

function rarest(side: Side, old: number, holders: Holders): [string, readonly number[]][] {
  const rare: [string, readonly number[]][] = []
  for (const word of side.bag(old).counts.keys()) {
    const places = holders.get(word)
    if (places && places.length <= COMMON) rare.push([word, places])
  }
  return rare.sort((a, b) => a[1].length - b[1].length || b[0].length - a[0].length).slice(0, RAREST)
}
