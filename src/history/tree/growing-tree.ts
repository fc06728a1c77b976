import { EMPTY_ROOT, nodeHash } from './hashes.ts'

/** A full subtree that a new leaf completed. */
export interface CompletedNode {
  readonly level: number
  readonly position: number
  readonly hash: Buffer
}

/**
 * A Merkle tree that only grows, of which no more is kept than its peaks: the largest full subtrees, from left to right. That
 * is enough to add leaves and to know the root at every size. Source: RFC 9162, 2.1.
 */
export class GrowingTree {
  #size: number
  /** By level; undefined where the size has no such bit. */
  readonly #peaks: (Buffer | undefined)[] = []

  /** `peaks`: the full subtrees of a tree of `size` leaves, as `subtreesOf({ start: 0, end: size })` lists them. */
  constructor(size = 0, peaks: readonly { readonly level: number; readonly hash: Buffer }[] = []) {
    this.#size = size
    for (const { level, hash } of peaks) this.#peaks[level] = hash
  }

  get size(): number {
    return this.#size
  }

  /** The largest full subtrees, from left to right: what makes the same tree again. */
  peaks(): { readonly level: number; readonly hash: Buffer }[] {
    return this.#peaks.flatMap((hash, level) => (hash === undefined ? [] : [{ level, hash }])).reverse()
  }

  /** Adds one leaf, which may be a full subtree of 2^`level` leaves where the size is a multiple of that. */
  append(leaf: Buffer, completed?: (node: CompletedNode) => void, level = 0): void {
    let position = this.#size / 2 ** level
    if (!Number.isInteger(position)) throw new Error('A subtree is added where none of its size begins')
    this.#size += 2 ** level
    let hash = leaf
    completed?.({ level, position, hash })
    for (;;) {
      const left = this.#peaks[level]
      if (left === undefined) break
      this.#peaks[level] = undefined
      hash = nodeHash(left, hash)
      level += 1
      position = Math.floor(position / 2)
      completed?.({ level, position, hash })
    }
    this.#peaks[level] = hash
  }

  /** The root over the leaves so far. */
  root(): Buffer {
    const [first, ...larger] = this.#peaks.filter((peak) => peak !== undefined)
    if (first === undefined) return EMPTY_ROOT
    return larger.reduce((right, left) => nodeHash(left, right), first)
  }
}
