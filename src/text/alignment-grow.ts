import type { Candidate } from './alignment-candidates.ts'
import { single, type Run, type Side, type Sides } from './alignment-run.ts'
import { containment } from './similarity.ts'
import { joined, without, type WordBag } from './similarity-words.ts'

/** How much of a neighbour must stand in what is left of the other side for it to be taken for a part; of a short one more. */
const PART = 0.6
const SHORT_PART = 0.85
/** Letters below which a part is short, and below which it is too short to tell. */
const SHORT = 40
const SHORTEST = 12
/** A sentence is divided into at most this many. */
const PARTS = 6

/** The pieces of a hunk that no link has taken. Growing takes them out. */
export interface Open {
  readonly old: Set<number>
  readonly new: Set<number>
}

/**
 * A link between two pieces, with the neighbours that turn out to be parts of the same: the sentence was divided (one old
 * piece, several new ones) or joined to its neighbours (several old ones, one new).
 */
export function grow(sides: Sides, link: Candidate, open: Open): Run {
  const news = partsAround(sides.new, link.new, sides.old.bag(link.old), open.new)
  if (news.end - news.start > 1)
    return { ...single(link.old, link.new, 'similar'), newStart: news.start, newEnd: news.end }
  const olds = partsAround(sides.old, link.old, sides.new.bag(link.new), open.old)
  return { ...single(link.old, link.new, 'similar'), oldStart: olds.start, oldEnd: olds.end }
}

/** The pieces round `at`, in its block, that are parts of `whole` as it is. */
function partsAround(
  side: Side,
  at: number,
  whole: WordBag,
  open: Set<number>,
): { start: number; end: number } {
  let parts = { start: at, end: at + 1, bag: side.bag(at) }
  for (let count = 1; count < PARTS; count++) {
    const longer = longerBy(side, parts, whole, open)
    if (!longer) break
    parts = longer
  }
  for (let index = parts.start; index < parts.end; index++) open.delete(index)
  return parts
}

interface Parts {
  readonly start: number
  readonly end: number
  readonly bag: WordBag
}

function longerBy(side: Side, parts: Parts, whole: WordBag, open: ReadonlySet<number>): Parts | null {
  const rest = without(whole, parts.bag)
  const next = [parts.end, parts.start - 1]
    .filter((index) => open.has(index) && side.blocks[index] === side.blocks[parts.start])
    .find((index) => isPart(side.bag(index), rest))
  if (next === undefined) return null
  const bag = joined(parts.bag, side.bag(next))
  return { start: Math.min(next, parts.start), end: Math.max(next + 1, parts.end), bag }
}

const isPart = (bag: WordBag, rest: WordBag): boolean =>
  bag.letters >= SHORTEST && containment(bag, rest) >= (bag.letters < SHORT ? SHORT_PART : PART)
