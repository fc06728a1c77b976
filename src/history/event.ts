import { canonicalJson, sha256 } from './canonical.ts'

export const EVENT_FORMAT = 'stet.event/1'

/** The chain of what concerns no report: accounts, roles, sources, policies. */
export const DESK_CHAIN = 'desk'

/** What the first event of a chain names as the one before it. */
export const GENESIS = '0'.repeat(64)

/** The actor of what nobody did by hand. */
export const SYSTEM = 'system'

/** The actor of what an author did by a link, without an account; the payload says which author. */
export const AUTHOR = 'author'

/** The part of an event that its hash covers. `at`: ISO 8601, UTC, milliseconds. `payloadHash`: of the salted payload. */
export interface ChainedEvent {
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly payloadHash: string
  readonly prevHash: string
}

/** SHA-256 over the canonical form of one event and its format. */
export const eventHash = (event: ChainedEvent): string =>
  sha256(
    canonicalJson({
      format: EVENT_FORMAT,
      chain: event.chain,
      seq: event.seq,
      at: event.at,
      actor: event.actor,
      kind: event.kind,
      payloadHash: event.payloadHash,
      prevHash: event.prevHash,
    }),
  )
