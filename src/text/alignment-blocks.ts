import { alignUnique, type IdLink } from './alignment-exact.ts'
import type { Side, Sides } from './alignment-run.ts'

/** The pieces of the blocks that are the same in both texts, in order: every piece equal. */
export function alignBlocks(sides: Sides): IdLink[] {
  const known = new Map<string, number>()
  const olds = blocksOf(sides.old, known)
  const news = blocksOf(sides.new, known)
  const ids = {
    old: olds.map(({ id }) => id),
    new: news.map(({ id }) => id),
    weights: olds.map(({ letters }) => letters),
  }
  const whole = { oldStart: 0, oldEnd: olds.length, newStart: 0, newEnd: news.length }
  return alignUnique(ids, whole).flatMap((link) => piecesOf(olds[link.old], news[link.new]))
}

interface BlockOfPieces {
  readonly id: number
  readonly letters: number
  /** Its pieces, end exclusive. */
  readonly start: number
  readonly end: number
}

function piecesOf(old: BlockOfPieces | undefined, next: BlockOfPieces | undefined): IdLink[] {
  if (!old || !next) return []
  return Array.from({ length: old.end - old.start }, (_, step) => ({
    old: old.start + step,
    new: next.start + step,
  }))
}

function blocksOf(side: Side, known: Map<string, number>): BlockOfPieces[] {
  const blocks: BlockOfPieces[] = []
  for (let start = 0; start < side.ids.length;) {
    const end = endOfBlock(side, start)
    const key = side.ids.slice(start, end).join()
    const id = known.get(key) ?? known.size
    known.set(key, id)
    const letters = side.letters.slice(start, end).reduce((sum, count) => sum + count, 0)
    blocks.push({ id, letters, start, end })
    start = end
  }
  return blocks
}

function endOfBlock(side: Side, start: number): number {
  let end = start + 1
  while (end < side.ids.length && side.blocks[end] === side.blocks[start]) end++
  return end
}
