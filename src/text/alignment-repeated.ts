import { heaviestIncreasing } from './alignment-increasing.ts'
import { hasBoth, single, type Range, type Run, type Side, type Sides } from './alignment-run.ts'
import type { FreeOf, IdLink } from './alignment-exact.ts'

/**
 * Links what repeats inside a gap and stands there as often as before: the first with the first, and so on, in order.
 */
export function alignAsOften({ old, new: next }: Sides, gap: Range, isFree: FreeOf): IdLink[] {
  const olds = placesOf(old, gap.oldStart, gap.oldEnd, isFree.old)
  const news = placesOf(next, gap.newStart, gap.newEnd, isFree.new)
  const links = [...olds].flatMap(([id, places]) => {
    const others = news.get(id) ?? []
    if (others.length !== places.length) return []
    return places.map((place, index) => ({
      old: place,
      new: others[index] ?? 0,
      weight: 1 + (old.letters[place] ?? 0),
    }))
  })
  return heaviestIncreasing(links)
}

function placesOf(
  side: Side,
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (let index = from; index < to; index++) {
    const id = side.ids[index]
    if (id === undefined || !isFree(index)) continue
    const list = places.get(id)
    if (list) list.push(index)
    else places.set(id, [index])
  }
  return places
}

/**
 * Links what repeats unequally often by what it stands next to: the pieces right after the run before the gap, and
 * those right before the run after it. Where the two claim the same piece, the neighbour in the same block wins; where
 * both or none are in it, nobody can tell, and the piece is linked to none.
 */
export function alignByNeighbours(sides: Sides, gap: Range, isFree: FreeOf): Run[] {
  if (!hasBoth(gap)) return []
  const length = Math.min(gap.oldEnd - gap.oldStart, gap.newEnd - gap.newStart)
  const forward = countEqual(length, (step) => agree(sides, isFree, gap.oldStart + step, gap.newStart + step))
  const backward = countEqual(length, (step) =>
    agree(sides, isFree, gap.oldEnd - 1 - step, gap.newEnd - 1 - step),
  )
  const { first, last } = shares(sides, gap, { length, forward, backward })
  return [
    ...steps(first).map((step) => single(gap.oldStart + step, gap.newStart + step, 'same')),
    ...steps(last).map((step) => single(gap.oldEnd - last + step, gap.newEnd - last + step, 'same')),
  ]
}

const steps = (count: number): number[] => Array.from({ length: count }, (_, step) => step)

const agree = ({ old, new: next }: Sides, isFree: FreeOf, at: number, place: number): boolean =>
  old.ids[at] === next.ids[place] && isFree.old(at) && isFree.new(place)

function countEqual(most: number, isEqual: (step: number) => boolean): number {
  let count = 0
  while (count < most && isEqual(count)) count++
  return count
}

/** How many pieces go with the run before the gap and how many with the run after it. */
function shares(
  sides: Sides,
  gap: Range,
  { length, forward, backward }: { length: number; forward: number; backward: number },
): { first: number; last: number } {
  if (forward + backward <= length) return { first: forward, last: backward }
  if (isOneRepeated(sides, gap)) return { first: length, last: 0 }
  const before = joinsBlock(sides, gap.oldStart, gap.newStart)
  const after = joinsBlock(sides, gap.oldEnd, gap.newEnd)
  if (before && !after) return { first: forward, last: length - forward }
  if (after && !before) return { first: length - backward, last: backward }
  return { first: length - backward, last: length - forward }
}

/** Whether the pieces on both sides of this boundary stand in one block, in both texts. */
const joinsBlock = ({ old, new: next }: Sides, at: number, place: number): boolean =>
  at > 0 &&
  place > 0 &&
  old.blocks[at - 1] === old.blocks[at] &&
  next.blocks[place - 1] === next.blocks[place]

/** Whether the gap holds nothing but one piece, over and over: then no two of them can be told apart. */
const isOneRepeated = ({ old, new: next }: Sides, gap: Range): boolean =>
  old.ids.slice(gap.oldStart, gap.oldEnd).every((id) => id === old.ids[gap.oldStart]) &&
  next.ids.slice(gap.newStart, gap.newEnd).every((id) => id === old.ids[gap.oldStart])
