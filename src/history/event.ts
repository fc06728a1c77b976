import { hash } from 'node:crypto'

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

/**
 * The canonical form (RFC 8785) of one event and its format: its names are known, so that putting them in order is done once,
 * here. Whoever checks a history makes a million of these.
 */
export const canonicalEvent = (event: ChainedEvent): string =>
  `{"actor":${quoted(event.actor)},"at":${quoted(event.at)},"chain":${quoted(event.chain)},` +
  `"format":"${EVENT_FORMAT}","kind":${quoted(event.kind)},"payloadHash":${quoted(event.payloadHash)},` +
  `"prevHash":${quoted(event.prevHash)},"seq":${event.seq}}`

/** A string in JSON; of the letters, digits and signs of ids and dates there is nothing to escape. */
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))

const PLAIN = /^[\w.:-]*$/

/** SHA-256 over the canonical form of one event and its format, in hex. */
export const eventHash = (event: ChainedEvent): string => hash('sha256', canonicalEvent(event), 'hex')
