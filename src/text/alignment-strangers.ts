import { byOld, type Run, type Side, type Sides } from './alignment-run.ts'

/**
 * Tells which links by likeness lead into a block that is not theirs: other pieces of the old block went to other blocks, or other
 * pieces of the new one came from other blocks, none shares the way of the link, and nothing stands directly beside it as it did.
 * What reads alike there is a look-alike. A block that went into another as a whole is no stranger there.
 * `inPlace`: every link that keeps the order; `elsewhere`: those that left it.
 */
export function strangersAmong(
  sides: Sides,
  inPlace: readonly Run[],
  elsewhere: readonly Run[],
): (link: Run) => boolean {
  const ways = new Map<string, number>()
  const [from, to] = [new Map<number, number>(), new Map<number, number>()]
  for (const run of [...inPlace, ...elsewhere]) {
    const [old, next] = [blockOf(sides.old, run.oldStart), blockOf(sides.new, run.newStart)]
    add(ways, `${old}>${next}`)
    add(from, old)
    add(to, next)
  }
  const isApart = (run: Run): boolean => {
    const [old, next] = [blockOf(sides.old, run.oldStart), blockOf(sides.new, run.newStart)]
    const isAlone = (ways.get(`${old}>${next}`) ?? 0) < 2
    const [others, guests] = [(from.get(old) ?? 0) > 1, (to.get(next) ?? 0) > 1]
    return isAlone && (others || (guests && !isWhole(sides.old, run.oldStart, run.oldEnd)))
  }
  const anchored = anchoredAmong(inPlace, isApart)
  return (link) => isApart(link) && !anchored.has(link)
}

/** Links with a neighbour directly before or after them on both sides that is not apart itself. */
function anchoredAmong(inPlace: readonly Run[], isApart: (run: Run) => boolean): ReadonlySet<Run> {
  const runs = inPlace.toSorted(byOld)
  return new Set(
    runs.filter((run, at) => {
      const [before, after] = [runs[at - 1], runs[at + 1]]
      const follows = before?.oldEnd === run.oldStart && before.newEnd === run.newStart && !isApart(before)
      return follows || (after?.oldStart === run.oldEnd && after.newStart === run.newEnd && !isApart(after))
    }),
  )
}

/** Whether some pieces are all of their block. */
const isWhole = ({ blocks }: Side, start: number, end: number): boolean =>
  blocks[start - 1] !== blocks[start] && blocks[end] !== blocks[start]

const blockOf = ({ blocks }: Side, index: number): number => blocks[index] ?? -1

const add = <Key>(counts: Map<Key, number>, key: Key): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)
