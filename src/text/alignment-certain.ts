import { candidatesAmong, type Candidate } from './alignment-candidates.ts'
import type { FreeOf } from './alignment-exact.ts'
import { bagBetween, indexes, likenessOf, type Run, type Side, type Sides } from './alignment-run.ts'
import { containment, similarity } from './similarity.ts'
import { without, type WordBag } from './similarity-words.ts'

/** Less alike than this, two pieces are no rivals. */
const LEAST = 0.5
/** How much less alike to a piece than to its own another may be and still be a rival for it. */
const MARGIN = 0.1
/** How much less alike a piece that is linked to none may be and still be a rival. */
const CLOSE = 0.05
/** How much of a piece stands in another that holds all of it, but for a word. */
const WHOLE = 0.9
/** The same of a part that was divided from a sentence and opened with words of its own. */
const PART = 0.7
/** A part shorter than this, in letters, tells nothing. */
const SHORTEST = 12
/** Old sentences that were joined may have lost as many between them. */
const NEAR = 3
/** How many pieces to each side are near by. */
const BESIDE = 12
/** Pairs up to which a piece is looked for inside all longer ones. */
const ALL_PAIRS = 20_000

/**
 * Of links by likeness those that are certain. Not certain is one whose new piece says word for word what another old one says, or
 * for either end of which a piece that is linked to none does better, or another link's would do better or nearly; or whose one
 * end is what is left of the sentence beside it.
 */
export function certainOf(sides: Sides, links: readonly Run[], isFree: FreeOf): Run[] {
  if (links.length === 0) return []
  const counts = { old: countsOf(sides.old), new: countsOf(sides.new) }
  const free = { old: freeOnes(sides.old, isFree.old), new: freeOnes(sides.new, isFree.new) }
  const [singles, others] = [links.filter(isSingle), links.filter((link) => !isSingle(link))]
  const [news, olds] = [singles.map(({ newStart }) => newStart), singles.map(({ oldStart }) => oldStart)]
  const better = {
    ofNew: bestBy(candidatesAmong(sides, free.old, news, LEAST), 'new'),
    ofOld: bestBy(candidatesAmong(sides, olds, free.new, LEAST), 'old'),
  }
  const linked = new Set(olds)
  const swallowed = swallowedAmong(sides, olds, free.new)
  const exchanged = exchangedAmong(sides, singles)
  const outdone = outdoneAmong(sides, others, free)
  return links.filter((link) => {
    if (!isSingle(link)) return !outdone.has(link)
    const { oldStart: old, newStart: next } = link
    const [was, is] = [sides.old.ids[old] ?? -1, sides.new.ids[next] ?? -1]
    if (counts.old.has(is) || swallowed.has(old) || exchanged.has(link)) return false
    const isRepeated = (counts.new.get(is) ?? 0) > 1 && (sides.new.letters[next] ?? 0) >= SHORTEST
    if (isRepeated && counts.new.get(is) !== counts.old.get(was)) return false
    if (isPartBeside(sides, links, link)) return false
    const alike = likenessOf(sides, link)
    if ((better.ofNew.get(next) ?? 0) >= alike - CLOSE || isTakenFromBeside(sides, link, alike, linked))
      return false
    return (better.ofOld.get(old) ?? 0) <= alike
  })
}

/** Whether the new piece is more like an old one near by whose words went somewhere as they are: then it was made after that one. */
function isTakenFromBeside(
  sides: Sides,
  { oldStart, newStart }: Run,
  alike: number,
  linked: ReadonlySet<number>,
): boolean {
  const next = sides.new.bag(newStart)
  return indexes(Math.max(0, oldStart - BESIDE), Math.min(sides.old.ids.length, oldStart + BESIDE)).some(
    (old) => {
      if (linked.has(old) || sides.old.families[old] !== sides.new.families[newStart]) return false
      const bag = sides.old.bag(old)
      const most = (2 * Math.min(bag.letters, next.letters)) / Math.max(1, bag.letters + next.letters)
      return most > alike && similarity(bag, next) > alike
    },
  )
}

const isSingle = ({ oldStart, oldEnd, newStart, newEnd }: Run): boolean =>
  oldEnd - oldStart === 1 && newEnd - newStart === 1

/** Links of which one's old piece is no less alike to the other's new one than its own, and about as alike as to its own new one. */
function exchangedAmong(sides: Sides, links: readonly Run[]): ReadonlySet<Run> {
  const byOld = new Map(links.map((link) => [link.oldStart, link]))
  const byNew = new Map(links.map((link) => [link.newStart, link]))
  const own = new Map(links.map((link) => [link, likenessOf(sides, link)]))
  const exchanged = new Set<Run>()
  for (const { old, new: next, similarity: alike } of candidatesAmong(
    sides,
    [...byOld.keys()],
    [...byNew.keys()],
    LEAST,
  )) {
    const [one, other] = [byOld.get(old), byNew.get(next)]
    if (one === undefined || other === undefined || one === other) continue
    const [ofOne, ofOther] = [own.get(one) ?? 0, own.get(other) ?? 0]
    if (alike < Math.max(ofOne, ofOther) - MARGIN || alike < Math.min(ofOne, ofOther) - CLOSE) continue
    exchanged.add(one)
    exchanged.add(other)
  }
  return exchanged
}

/** Links of several pieces of which one end as a whole is no less alike to a piece that is linked to none. */
function outdoneAmong(
  sides: Sides,
  links: readonly Run[],
  free: { readonly old: readonly number[]; readonly new: readonly number[] },
): ReadonlySet<Run> {
  const isOutdone = (link: Run): boolean => {
    const alike = likenessOf(sides, link)
    const [old, next] = [
      bagBetween(sides.old, link.oldStart, link.oldEnd),
      bagBetween(sides.new, link.newStart, link.newEnd),
    ]
    return (
      free.old.some((index) => similarity(sides.old.bag(index), next) >= alike) ||
      free.new.some((index) => similarity(old, sides.new.bag(index)) >= alike)
    )
  }
  const pairs = links.length * (free.old.length + free.new.length)
  return new Set(pairs > ALL_PAIRS ? [] : links.filter(isOutdone))
}

/** Whether one end of a link is what is left of the sentence beside it: then that one was divided, or joined with it. */
function isPartBeside(sides: Sides, links: readonly Run[], { oldStart: old, newStart: next }: Run): boolean {
  return links.some((other) => {
    if (other.oldStart === old) return false
    const nearOld = Math.min(Math.abs(other.oldStart - old), Math.abs(other.oldEnd - 1 - old))
    const nearNew = Math.min(Math.abs(other.newStart - next), Math.abs(other.newEnd - 1 - next))
    if (nearNew !== 1 && nearOld > NEAR) return false
    const beside = bagBetween(sides.old, other.oldStart, other.oldEnd)
    const became = bagBetween(sides.new, other.newStart, other.newEnd)
    return (
      (nearNew === 1 && isPart(sides.new.bag(next), without(beside, became), PART)) ||
      (nearOld <= NEAR && isPart(sides.old.bag(old), without(became, beside), WHOLE))
    )
  })
}

const isPart = (part: WordBag, rest: WordBag, least: number): boolean =>
  part.letters >= SHORTEST && containment(part, rest) >= least

/** How often each wording stands on a side. */
function countsOf({ ids }: Side): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

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
