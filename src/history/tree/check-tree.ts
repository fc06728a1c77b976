import type { LoggedEvent } from '../check-event.ts'
import { type CompletedNode, GrowingTree } from './growing-tree.ts'
import { eventLeaf } from './hashes.ts'
import { type SignedHead, signatureHolds } from './signed-head.ts'
import { StoredNodesChecker, type StoredLevel } from './check-stored-nodes.ts'

/** The tree as it was found: its size and root (hex), how many heads were checked, and the first thing that does not hold. */
export interface TreeCheck {
  readonly size: number
  readonly root: string
  readonly heads: number
  readonly broken: string | null
}

/**
 * Checks that the events, in the order of their leaves, make the tree that every signed head was signed over, and that what is
 * stored of the tree is what follows from them. It knows no database.
 */
export class TreeChecker {
  readonly #tree = new GrowingTree()
  readonly #heads: readonly SignedHead[]
  readonly #stored: StoredNodesChecker
  #next = 0
  #broken: string | null = null

  /** `heads` in the order of their sizes; `stored`: what is stored of the tree. */
  constructor(heads: readonly SignedHead[], stored: readonly StoredLevel[]) {
    this.#heads = heads
    this.#stored = new StoredNodesChecker(stored)
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
    this.#broken ??= this.#stored.finish(this.#heads.at(-1)?.size ?? 0)
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
    if (this.#stored.awaits(level)) this.#stored.add(level, `${hash.toString('hex')}\n`)
  }
}
