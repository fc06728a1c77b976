import { breakOfEvent, CHAIN_START, type ChainLink, type LoggedEvent } from './check-event.ts'
import type { StoredLevel } from './tree/check-stored-nodes.ts'
import { type TreeCheck, TreeChecker } from './tree/check-tree.ts'
import type { SignedHead } from './tree/signed-head.ts'

/** The first place where a chain does not hold, and what broke there. */
export interface Break {
  readonly chain: string
  readonly seq: number
  readonly what: string
}

export interface ChainCheck {
  readonly chain: string
  readonly events: number
  readonly broken: Break | null
}

export interface LogCheck {
  readonly chains: readonly ChainCheck[]
  readonly tree: TreeCheck
}

/** The head of a chain, as its own row has it. */
export interface ChainHeadRow extends ChainLink {
  readonly id: string
}

/** One chain while it is checked, event by event. */
export class ChainChecker {
  readonly #chain: string
  #last: ChainLink = CHAIN_START
  #broken: Break | null = null

  constructor(chain: string) {
    this.#chain = chain
  }

  /** Takes the next event; after the first break nothing more is looked at. */
  add(event: LoggedEvent): void {
    if (this.#broken !== null) return
    const what = breakOfEvent(event, this.#last)
    if (what === null) this.#last = event
    else this.#break(what)
  }

  get isBroken(): boolean {
    return this.#broken !== null
  }

  /** `head`: the chain's own row, undefined where it has none. */
  finish(head: ChainLink | undefined): ChainCheck {
    const { seq, hash } = this.#last
    if (this.#broken === null) {
      if (head === undefined) this.#break('the chain has no head')
      else if (head.seq > seq) this.#break(`events after ${seq} are missing: the head counts ${head.seq}`)
      else if (head.seq !== seq || head.hash !== hash) this.#break('the head does not fit the last event')
    }
    return { chain: this.#chain, events: seq, broken: this.#broken }
  }

  #break(what: string): void {
    this.#broken = { chain: this.#chain, seq: this.#last.seq + 1, what }
  }
}

/**
 * All chains and the tree over them, checked in one reading of the events in the order of their leaves. It knows no
 * database: whatever it is not given is missing.
 */
export class LogChecker {
  readonly #chains = new Map<string, ChainChecker>()
  readonly #tree: TreeChecker

  /** `heads`: the signed heads, in the order of their sizes; `stored`: what is stored of the tree. */
  constructor(heads: readonly SignedHead[], stored: readonly StoredLevel[]) {
    this.#tree = new TreeChecker(heads, stored)
  }

  /** Takes the next event. False: something is broken already; going on finds what else is. */
  add(event: LoggedEvent): boolean {
    this.#tree.add(event)
    const chain = this.#of(event.chain)
    chain.add(event)
    return !chain.isBroken && !this.#tree.isBroken
  }

  finish(heads: readonly ChainHeadRow[]): LogCheck {
    const byChain = new Map(heads.map((head) => [head.id, head]))
    for (const { id } of heads) this.#of(id)
    const names = [...this.#chains.keys()].sort()
    return {
      chains: names.map((chain) => this.#of(chain).finish(byChain.get(chain))),
      tree: this.#tree.finish(),
    }
  }

  #of(chain: string): ChainChecker {
    const known = this.#chains.get(chain) ?? new ChainChecker(chain)
    this.#chains.set(chain, known)
    return known
  }
}
