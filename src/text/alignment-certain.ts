import { candidatesAmong, type Candidate } from './alignment-candidates.ts'
import type { FreeOf } from './alignment-exact.ts'
import type { Run, Side, Sides } from './alignment-run.ts'
import { containment } from './similarity.ts'
import { without, type WordBag } from './similarity-words.ts'

/** Less alike than this, two pieces are no rivals. */
const LEAST = 0.5
/** How much of a piece stands in another that holds all of it, but for a word. */
const WHOLE = 0.9
/** A part shorter than this, in letters, tells nothing. */
const SHORTEST = 12
/** Old sentences that were joined may have lost as many between them. */
const NEAR = 3
/** Pairs up to which a piece is looked for inside all longer ones. */
const ALL_PAIRS = 20_000

/**
 * Of links by likeness those that are certain. Not certain is one whose new piece says word for word what another old one says, or
 * for either end of which a piece that is linked to none does better, or whose one end is what is left of the sentence beside it.
 */
export function certainOf(sides: Sides, links: readonly Run[], isFree: FreeOf): Run[] {
  if (links.length === 0) return []
  const oldIds = new Set(sides.old.ids)
  const free = { old: freeOnes(sides.old, isFree.old), new: freeOnes(sides.new, isFree.new) }
  const [news, olds] = [links.map(({ newStart }) => newStart), links.map(({ oldStart }) => oldStart)]
  const better = {
    ofNew: bestBy(candidatesAmong(sides, free.old, news, LEAST), 'new'),
    ofOld: bestBy(candidatesAmong(sides, olds, free.new, LEAST), 'old'),
  }
  const swallowed = swallowedAmong(sides, olds, free.new)
  return links.filter((link) => {
    if (link.oldEnd - link.oldStart !== 1 || link.newEnd - link.newStart !== 1) return true
    const { oldStart: old, newStart: next } = link
    if (oldIds.has(sides.new.ids[next] ?? -1) || swallowed.has(old) || isPartBeside(sides, links, link))
      return false
    const [own] = candidatesAmong(sides, [old], [next], 0)
    const alike = own?.similarity ?? 0
    return (better.ofNew.get(next) ?? 0) <= alike && (better.ofOld.get(old) ?? 0) <= alike
  })
}

/** Whether one end of a link is what is left of the sentence beside it: then that one was divided, or joined with it. */
function isPartBeside(sides: Sides, links: readonly Run[], { oldStart: old, newStart: next }: Run): boolean {
  return links.some((other) => {
    const [nearOld, nearNew] = [Math.abs(other.oldStart - old), Math.abs(other.newStart - next)]
    if (other.oldStart === old || (nearNew !== 1 && nearOld > NEAR)) return false
    const [beside, became] = [sides.old.bag(other.oldStart), sides.new.bag(other.newStart)]
    return (
      (nearNew === 1 && isPart(sides.new.bag(next), without(beside, became))) ||
      (nearOld <= NEAR && isPart(sides.old.bag(old), without(became, beside)))
    )
  })
}

const isPart = (part: WordBag, rest: WordBag): boolean =>
  part.letters >= SHORTEST && containment(part, rest) >= WHOLE

const freeOnes = ({ ids }: Side, isFree: (index: number) => boolean): number[] =>
  [...ids.keys()].filter(isFree)

function bestBy(candidates: readonly Candidate[], end: 'old' | 'new'): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  for (const candidate of candidates)
    best.set(candidate[end], Math.max(best.get(candidate[end]) ?? 0, candidate.similarity))
  return best
}

/** The old pieces that a free new one holds whole: they were joined to others there. */
function swallowedAmong(sides: Sides, olds: readonly number[], news: readonly number[]): ReadonlySet<number> {
  if (olds.length * news.length > ALL_PAIRS) return new Set()
  return new Set(
    olds.filter((old) => {
      const part = sides.old.bag(old)
      return news.some((next) => {
        const whole = sides.new.bag(next)
        return whole.letters > part.letters && containment(part, whole) >= WHOLE
      })
    }),
  )
}
