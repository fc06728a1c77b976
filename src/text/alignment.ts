import { alignBlocks } from './alignment-blocks.ts'
import { alignUnique, type IdLink } from './alignment-exact.ts'
import { certainOf } from './alignment-certain.ts'
import { withoutCrossing } from './alignment-crossing.ts'
import { findMoved } from './alignment-moved.ts'
import { alignMovedBlocks } from './alignment-moved-blocks.ts'
import { tornBlocks } from './alignment-torn.ts'
import { alignAsOften, alignByNeighbours } from './alignment-repeated.ts'
import { byOld, gapsBetween, hasBoth, type Range, type Run, type Sides, single } from './alignment-run.ts'
import { alignSimilar } from './alignment-similar.ts'
import { firstIndex } from './first-index.ts'
import { groupBy } from './group-by.ts'
import { alignSlots } from './alignment-slots.ts'
import { strangersAmong } from './alignment-strangers.ts'

/**
 * Where the pieces of an old text went in a new one. `inPlace` keeps the order on both sides; `elsewhere` holds what
 * left it: the same words, standing once in each text, and edits between two such. What is in neither was deleted, added,
 * or its place is not certain. Both ascend by old index; no piece is in two runs.
 */
export interface Alignment {
  readonly inPlace: readonly Run[]
  readonly elsewhere: readonly Run[]
}

/**
 * Aligns two texts piece by piece: blocks that are the same; the same pieces between them; what moved, word for word, with the edits
 * beside it; then, inside each hunk that is left, what reads alike; at last what repeats. Likeness is looked at inside a hunk only.
 * Near linear in the number of pieces, whatever the texts have in common. Deterministic.
 */
export function align(sides: Sides): Alignment {
  const aligning = new Aligning(sides)
  aligning.linkUnique()
  const elsewhere = aligning.inMovedBlocks(aligning.linkMoved())
  aligning.linkSimilar(elsewhere)
  aligning.linkUnique()
  aligning.inHunks((gap) => runsOf(alignAsOften(sides, gap, aligning.isFree)))
  aligning.inHunks((gap) => alignByNeighbours(sides, gap, aligning.isFree))
  aligning.inHunks((gap) => alignSlots(sides, gap, aligning.isFree))
  return { inPlace: aligning.runs, elsewhere }
}

const runsOf = (links: readonly IdLink[]): Run[] => links.map((link) => single(link.old, link.new, 'same'))

/** An alignment in the making: the runs in order so far, and which pieces are taken. */
class Aligning {
  runs: Run[] = []
  private readonly whole: Range
  private readonly taken: { readonly old: Uint8Array; readonly new: Uint8Array }
  readonly isFree = {
    old: (index: number): boolean => this.taken.old[index] === 0,
    new: (index: number): boolean => this.taken.new[index] === 0,
  }

  constructor(
    private readonly sides: Sides,
    taken: readonly Range[] = [],
  ) {
    const [oldEnd, newEnd] = [sides.old.ids.length, sides.new.ids.length]
    this.whole = { oldStart: 0, oldEnd, newStart: 0, newEnd }
    this.taken = { old: new Uint8Array(oldEnd), new: new Uint8Array(newEnd) }
    for (const range of taken) this.take(range)
  }

  /** Blocks at first, then the pieces of what is left between the runs. */
  linkUnique(): void {
    const { old, new: next } = this.sides
    if (this.runs.length === 0) this.add(runsOf(alignBlocks(this.sides)))
    const ids = { old: old.ids, new: next.ids, weights: old.letters }
    this.inHunks((gap) => runsOf(alignUnique(ids, gap, this.isFree)))
  }

  linkMoved(): Run[] {
    const links = findMoved(this.sides, {
      old: (index) => !this.isFree.old(index),
      new: (index) => !this.isFree.new(index),
      take: (link) => this.take(single(link.old, link.new, 'same')),
    })
    return runsOf(links).sort(byOld)
  }

  /** Adds the runs found in each gap between the runs so far. */
  inHunks(find: (hunk: Range) => readonly Run[]): void {
    this.add(gapsBetween(this.runs, this.whole).filter(hasBoth).flatMap(find))
  }

  /** What reads alike inside a hunk, where that is certain. What moved took the rest of its block with it, or is a stranger in it. */
  linkSimilar(elsewhere: readonly Run[]): void {
    const torn = tornBlocks(this.sides, { inPlace: this.runs, elsewhere })
    const stays = {
      old: (index: number): boolean =>
        this.isFree.old(index) && !torn.old.has(this.sides.old.blocks[index] ?? -1),
      new: (index: number): boolean =>
        this.isFree.new(index) && !torn.new.has(this.sides.new.blocks[index] ?? -1),
    }
    const hunks = gapsBetween(this.runs, this.whole).filter(hasBoth)
    const links = hunks.flatMap((hunk) => alignSimilar(this.sides, hunk, stays))
    this.add(this.certain(hunks, links, elsewhere))
  }

  /** Of links by likeness the certain ones. What a dropped link leaves free may make another uncertain. */
  private certain(hunks: readonly Range[], links: readonly Run[], elsewhere: readonly Run[]): readonly Run[] {
    const without = new Aligning(this.sides, [...this.runs, ...elsewhere, ...links])
    const isStrange = strangersAmong(this.sides, [...this.runs, ...links], elsewhere)
    const certain = certainOf(this.sides, links, without.isFree).filter((link) => !isStrange(link))
    const byHunk = groupBy(certain, ({ oldStart }) => firstIndex(hunks, ({ oldEnd }) => oldEnd > oldStart))
    const kept = hunks.flatMap((hunk, at) =>
      withoutCrossing(this.sides, hunk, byHunk.get(at) ?? [], this.isFree),
    )
    return kept.length === links.length ? kept : this.certain(hunks, kept, elsewhere)
  }

  /** What moved, with the edits found inside moved blocks. */
  inMovedBlocks(moved: readonly Run[]): Run[] {
    const found = alignMovedBlocks(this.sides, moved, this.isFree)
    const without = new Aligning(this.sides, [...this.runs, ...moved, ...found])
    const edits = certainOf(this.sides, found, without.isFree)
    for (const run of edits) this.take(run)
    return [...moved, ...edits].sort(byOld)
  }

  private add(runs: readonly Run[]): void {
    if (runs.length === 0) return
    for (const run of runs) this.take(run)
    this.runs = [...this.runs, ...runs].sort(byOld)
  }

  private take(run: Range): void {
    this.taken.old.fill(1, run.oldStart, run.oldEnd)
    this.taken.new.fill(1, run.newStart, run.newEnd)
  }
}
