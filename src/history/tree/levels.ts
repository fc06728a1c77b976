import { type PackedHash, packedNode } from './hashes.ts'
import { subtreesOf } from './subtrees.ts'

/** The full subtrees over some leaves: by level, from the leaves up, in the order of their positions. */
export type Levels = readonly (readonly PackedHash[])[]

/** A full subtree, by its level and hash. */
export interface Peak {
  readonly level: number
  readonly hash: PackedHash
}

/** All full subtrees over a run of leaves. */
export function levelsOver(leaves: readonly PackedHash[]): Levels {
  const levels = [leaves]
  for (let below = leaves; below.length > 1;) {
    const level: PackedHash[] = []
    for (let at = 1; at < below.length; at += 2) level.push(packedNode(below[at - 1] ?? '', below[at] ?? ''))
    levels.push(level)
    below = level
  }
  return levels
}

/** The full subtrees, from left to right, that the first `size` of the leaves are made of. */
export const peaksOf = (levels: Levels, size: number): Peak[] =>
  subtreesOf({ start: 0, end: size }).map(({ level, position }) => ({
    level,
    hash: levels[level]?.[position] ?? '',
  }))
