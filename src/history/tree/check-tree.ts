import { createHash, type Hash } from 'node:crypto'
import type { LoggedEvent } from '../check-event.ts'
import { type CompletedNode, GrowingTree } from './growing-tree.ts'
import { eventLeaf } from './hashes.ts'
import { type SignedHead, signatureHolds } from './signed-head.ts'
import { BLOCK, LOWEST_LEVEL } from './stored-nodes.ts'

/** The tree as it was found: its size and root (hex), how many heads were checked, and the first thing that does not hold. */
export interface TreeCheck {
  readonly size: number
  readonly root: string
  readonly heads: number
  readonly broken: string | null
}

/** The stored nodes of one level, in the order of their positions: how many, and SHA-256 over their hashes in hex, each with a line break. */
export interface StoredLevel {
  readonly level: number
  readonly nodes: number
  readonly digest: string
}

/**
 * Checks that the events, in the order of their leaves, make the tree that every signed head was signed over, and that what is
 * stored of the tree is what follows from them. It knows no database.
 */
export class TreeChecker {
  readonly #tree = new GrowingTree()
  readonly #heads: readonly SignedHead[]
  readonly #levels = new Map<number, { readonly stored: StoredLevel; nodes: number; readonly hash: Hash }>()
  #next = 0
  #broken: string | null = null

  /** `heads` in the order of their sizes; `stored`: what is stored of the tree. */
  constructor(heads: readonly SignedHead[], stored: readonly StoredLevel[]) {
    this.#heads = heads
    for (const level of stored)
      this.#levels.set(level.level, { stored: level, nodes: 0, hash: createHash('sha256') })
    this.#checkHeads()
  }

  add({ chain, seq, leaf, hash }: Pick<LoggedEvent, 'chain' | 'seq' | 'leaf' | 'hash'>): void {
    if (this.#broken !== null) return
    const { size } = this.#tree
    if (leaf !== size)
      this.#broken = `leaf ${size} is missing: the next event, ${seq} of ${chain}, stands at leaf ${leaf}`
    else {
      this.#tree.append(eventLeaf(hash), this.#note)
      this.#checkHeads()
    }
  }

  get isBroken(): boolean {
    return this.#broken !== null
  }

  finish(): TreeCheck {
    const { size } = this.#tree
    const unseen = this.#heads[this.#next]
    if (this.#broken === null && unseen !== undefined)
      this.#broken = `events are missing: the head signed over ${unseen.size} of them stands, and there are ${size}`
    this.#broken ??= this.#breakOfStored()
    return {
      size,
      root: this.#tree.root().toString('hex'),
      heads: this.#heads.length,
      broken: this.#broken,
    }
  }

  /** The heads signed over as many events as were added so far. */
  #checkHeads(): void {
    for (;;) {
      const head = this.#heads[this.#next]
      if (head === undefined || head.size > this.#tree.size || this.#broken !== null) return
      this.#next += 1
      if (!signatureHolds(head))
        this.#broken = `the signature of the head over ${head.size} events does not hold`
      else if (head.size !== this.#tree.size || head.root !== this.#tree.root().toString('hex'))
        this.#broken = `the first ${head.size} events are not those that the head of ${head.at.toISOString()} was signed over`
    }
  }

  readonly #note = ({ level, hash }: CompletedNode): void => {
    const known = this.#levels.get(level)
    if (known === undefined || known.nodes === known.stored.nodes) return
    known.nodes += 1
    known.hash.update(`${hash.toString('hex')}\n`)
  }

  #breakOfStored(): string | null {
    for (const [level, { stored, nodes, hash }] of this.#levels)
      if (level < LOWEST_LEVEL || nodes !== stored.nodes || hash.digest('hex') !== stored.digest)
        return `the stored nodes of level ${level} do not follow from the events`
    return this.#breakOfReach()
  }

  /** Whether as much is stored as the proofs of the newest head need. */
  #breakOfReach(): string | null {
    const blocks = Math.floor((this.#heads.at(-1)?.size ?? 0) / BLOCK)
    for (let level = LOWEST_LEVEL, nodes = blocks; nodes > 0; level += 1, nodes = Math.floor(nodes / 2))
      if ((this.#levels.get(level)?.stored.nodes ?? 0) < nodes)
        return `stored nodes of level ${level} are missing`
    return null
  }
}
