import { CHAIN_START, type ChainLink } from '../check-event.ts'
import type { ChainHeadRow, LogCheck } from '../check-log.ts'
import { StoredNodesChecker, type StoredLevel } from '../tree/check-stored-nodes.ts'
import { type CompletedNode, GrowingTree } from '../tree/growing-tree.ts'
import { LOWEST_LEVEL } from '../tree/stored-nodes.ts'
import { type SignedHead, signatureHolds } from '../tree/signed-head.ts'
import type { FoundRange, PeaksAt } from './check-range.ts'

/** Ranges that hold by themselves, joined in the order of their leaves to the whole log. It knows no database. */
export class RangeJoiner {
  readonly #heads: readonly SignedHead[]
  readonly #stored: StoredNodesChecker
  readonly #last = new Map<string, ChainLink>()
  #tree = new GrowingTree()
  #signed = 0
  #holds = true

  /** `heads`: the signed heads, in the order of their sizes; `stored`: what is stored of the tree. */
  constructor(heads: readonly SignedHead[], stored: readonly StoredLevel[]) {
    this.#heads = heads
    this.#stored = new StoredNodesChecker(stored)
    this.#checkHeads(this.#tree)
  }

  /** Takes the next range. False: it does not follow the ones before it, or a head was not signed over it. */
  add({ range, chains, peaks, nodes }: FoundRange): boolean {
    this.#holds &&= range.start === this.#tree.size
    for (const [chain, { after, last }] of chains) {
      const { seq, hash } = this.#last.get(chain) ?? CHAIN_START
      this.#holds &&= after.seq === seq && after.hash === hash
      this.#last.set(chain, last)
    }
    const highest = LOWEST_LEVEL + nodes.length - 1
    nodes.forEach((lines, level) => this.#stored.add(LOWEST_LEVEL + level, lines))
    const before = this.#tree
    for (const at of peaks) {
      this.#tree = grown(before, at, at === peaks.at(-1) ? (node) => this.#note(node, highest) : undefined)
      this.#checkHeads(this.#tree)
    }
    return this.#holds
  }

  /** What was found, all of which holds; null where something does not. */
  finish(heads: readonly ChainHeadRow[]): LogCheck | null {
    for (const { id, seq, hash } of heads) {
      const last = this.#last.get(id) ?? CHAIN_START
      this.#holds &&= last.seq === seq && last.hash === hash
    }
    const named = new Map(heads.map(({ id, seq }) => [id, seq]))
    this.#holds &&= [...this.#last.keys()].every((chain) => named.has(chain))
    this.#holds &&= this.#signed === this.#heads.length
    this.#holds &&= this.#stored.finish(this.#heads.at(-1)?.size ?? 0) === null
    if (!this.#holds) return null
    const chains = [...named].map(([chain, events]) => ({ chain, events, broken: null }))
    return {
      chains: chains.sort((a, b) => (a.chain < b.chain ? -1 : 1)),
      tree: {
        size: this.#tree.size,
        root: this.#tree.root().toString('hex'),
        heads: this.#heads.length,
        broken: null,
      },
    }
  }

  /** The heads signed over as many events as the tree has, none of which may have been passed by. */
  #checkHeads(tree: GrowingTree): void {
    for (;;) {
      const head = this.#heads[this.#signed]
      if (head === undefined || head.size > tree.size || !this.#holds) return
      this.#signed += 1
      this.#holds =
        signatureHolds(head) && head.size === tree.size && head.root === tree.root().toString('hex')
    }
  }

  /** Nodes above those that lie in one range. */
  #note({ level, hash }: CompletedNode, highest: number): void {
    if (level > highest) this.#stored.add(level, `${hash.toString('hex')}\n`)
  }
}

/** A tree with the subtrees of one more range up to a size. */
function grown(
  before: GrowingTree,
  { peaks }: PeaksAt,
  completed: ((node: CompletedNode) => void) | undefined,
): GrowingTree {
  const tree = new GrowingTree(before.size, before.peaks())
  for (const { level, hash } of peaks) tree.append(Buffer.from(hash, 'latin1'), completed, level)
  return tree
}
