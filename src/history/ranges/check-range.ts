import { breakOfEvent, type ChainLink, type LoggedEvent } from '../check-event.ts'
import { hexOf, type PackedHash, packedLeaf } from '../tree/hashes.ts'
import { levelsOver, type Peak, peaksOf } from '../tree/levels.ts'
import { LOWEST_LEVEL } from '../tree/stored-nodes.ts'
import type { LeafRange } from '../tree/subtrees.ts'

/** What one range of leaves has of a chain: what its first event follows, and its last event. */
export interface Stretch {
  readonly after: ChainLink
  readonly last: ChainLink
}

/** The full subtrees that the leaves of a range up to a size of the whole tree are made of. */
export interface PeaksAt {
  readonly size: number
  readonly peaks: readonly Peak[]
}

/** A range of leaves that holds by itself; whether it follows the ranges before it is seen when they are joined. */
export interface FoundRange {
  readonly range: LeafRange
  readonly chains: ReadonlyMap<string, Stretch>
  /** At the sizes that were asked for and, last, at the end of the range. */
  readonly peaks: readonly PeaksAt[]
  /** The nodes of each level from LOWEST_LEVEL up that lie in the range, each in hex with a line break. */
  readonly nodes: readonly string[]
}

/** The leaves of one range while they are checked, event by event. It knows no database. */
export class RangeChecker {
  readonly #range: LeafRange
  readonly #leaves: PackedHash[] = []
  readonly #chains = new Map<string, { readonly after: ChainLink; last: ChainLink }>()
  #holds = true

  /** `range` begins at a multiple of a power of two that is no smaller than itself. */
  constructor(range: LeafRange) {
    this.#range = range
  }

  /** Takes the next event. False: something is broken. */
  add(event: LoggedEvent): boolean {
    this.#holds &&= event.leaf === this.#range.start + this.#leaves.length && this.#follows(event)
    this.#leaves.push(packedLeaf(event.hash))
    return this.#holds
  }

  /** `sizes`: of the whole tree, where heads are signed in this range. Null: something does not hold, or is missing. */
  finish(sizes: readonly number[]): FoundRange | null {
    const { start, end } = this.#range
    if (!this.#holds || this.#leaves.length !== end - start) return null
    const levels = levelsOver(this.#leaves)
    const peaks = [...sizes, end].map((size) => ({ size, peaks: peaksOf(levels, size - start) }))
    const nodes = levels.slice(LOWEST_LEVEL).map((level) => level.map((hash) => `${hexOf(hash)}\n`).join(''))
    return { range: this.#range, chains: this.#chains, peaks, nodes }
  }

  #follows(event: LoggedEvent): boolean {
    const stretch = this.#chains.get(event.chain)
    if (stretch !== undefined) {
      if (breakOfEvent(event, stretch.last) !== null) return false
      stretch.last = linkOf(event)
      return true
    }
    const after = { seq: event.seq - 1, hash: event.prevHash }
    this.#chains.set(event.chain, { after, last: linkOf(event) })
    return breakOfEvent(event, after) === null
  }
}

const linkOf = ({ seq, hash }: LoggedEvent): ChainLink => ({ seq, hash })
