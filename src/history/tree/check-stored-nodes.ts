import { createHash, type Hash } from 'node:crypto'
import { HASH_BYTES } from './hashes.ts'
import { BLOCK, LOWEST_LEVEL } from './stored-nodes.ts'

/** The stored nodes of one level, in the order of their positions: how many, and SHA-256 over their hashes in hex, each with a line break. */
export interface StoredLevel {
  readonly level: number
  readonly nodes: number
  readonly digest: string
}

/** A hash in hex, and its line break. */
const LINE = 2 * HASH_BYTES + 1

/** Checks that what is stored of the tree follows from the events, and that it is as much as proofs need. */
export class StoredNodesChecker {
  readonly #levels = new Map<number, { readonly stored: StoredLevel; nodes: number; readonly hash: Hash }>()

  constructor(stored: readonly StoredLevel[]) {
    for (const level of stored)
      this.#levels.set(level.level, { stored: level, nodes: 0, hash: createHash('sha256') })
  }

  /** Whether more nodes of a level are stored than were added. */
  awaits(level: number): boolean {
    const known = this.#levels.get(level)
    return known !== undefined && known.nodes < known.stored.nodes
  }

  /** Takes the next nodes of a level, which follow from the events: each in hex, with a line break. Beyond those stored they count for nothing. */
  add(level: number, lines: string): void {
    const known = this.#levels.get(level)
    if (known === undefined) return
    const nodes = Math.min(lines.length / LINE, known.stored.nodes - known.nodes)
    known.nodes += nodes
    known.hash.update(lines.slice(0, nodes * LINE))
  }

  /** What does not hold, or null. `signed`: the size of the newest head. */
  finish(signed: number): string | null {
    for (const [level, { stored, nodes, hash }] of this.#levels)
      if (level < LOWEST_LEVEL || nodes !== stored.nodes || hash.digest('hex') !== stored.digest)
        return `the stored nodes of level ${level} do not follow from the events`
    return this.#breakOfReach(signed)
  }

  /** Whether as much is stored as the proofs of the newest head need. */
  #breakOfReach(signed: number): string | null {
    const blocks = Math.floor(signed / BLOCK)
    for (let level = LOWEST_LEVEL, nodes = blocks; nodes > 0; level += 1, nodes = Math.floor(nodes / 2))
      if ((this.#levels.get(level)?.stored.nodes ?? 0) < nodes)
        return `stored nodes of level ${level} are missing`
    return null
  }
}
