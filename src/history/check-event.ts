import { eventHash, GENESIS } from './event.ts'
import { sealHash } from './sealed-text.ts'
import type { StoredRow } from '../db/snapshot.ts'

/** What of an event and its payload is checked, in the order in which it is read. */
export interface LoggedEvent {
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly claimId: string | null
  readonly payloadHash: string
  readonly prevHash: string
  readonly hash: string
  readonly leaf: number
  /** Of the payload, as the text itself has them. */
  readonly salt: string
  readonly textHash: string
  readonly body: string | null
  readonly destroyedAt: string | null
}

/** Reads `LoggedEvent`s: `WHERE` and `ORDER BY` follow. */
export const SELECT_LOGGED = `
  SELECT e."chain", e."seq", e."at", e."actor", e."kind", e."claimId", e."payloadHash", e."prevHash", e."hash", e."leaf",
         t."salt", t."hash", t."body", t."destroyedAt"
  FROM "Event" e JOIN "SealedText" t ON t."id" = e."payloadId"`

/** One row of `SELECT_LOGGED`. */
export const loggedEvent = (row: StoredRow): LoggedEvent => ({
  chain: row[0] as string,
  seq: row[1] as number,
  at: row[2] as string,
  actor: row[3] as string,
  kind: row[4] as string,
  claimId: row[5] as string | null,
  payloadHash: row[6] as string,
  prevHash: row[7] as string,
  hash: row[8] as string,
  leaf: row[9] as number,
  salt: row[10] as string,
  textHash: row[11] as string,
  body: row[12] as string | null,
  destroyedAt: row[13] as string | null,
})

/** The event before one, as far as the next has to follow it. */
export interface ChainLink {
  readonly seq: number
  readonly hash: string
}

/** Before the first event of a chain. */
export const CHAIN_START: ChainLink = { seq: 0, hash: GENESIS }

/** Why an event does not hold, or null. `last`: the one before it in its chain. */
export function breakOfEvent(event: LoggedEvent, last: ChainLink): string | null {
  if (event.seq !== last.seq + 1)
    return `event ${last.seq + 1} is missing: the next one there is ${event.seq}`
  if (event.prevHash !== last.hash) return 'it does not follow the event before it'
  if (event.hash !== eventHash(event)) return 'its record was changed: its hash no longer fits'
  if (event.textHash !== event.payloadHash) return 'its payload was exchanged'
  return breakOfPayload(event)
}

function breakOfPayload({ body, destroyedAt, salt, textHash, claimId }: LoggedEvent): string | null {
  if (body === null) return destroyedAt === null ? 'its payload is gone without a tombstone' : null
  if (destroyedAt !== null) return 'its payload is there, but said to be destroyed'
  if (!SALT.test(salt) || sealHash(salt, body) !== textHash) return 'its payload was changed'
  return claimIn(body) === claimId ? null : 'the claim it is filed under was changed'
}

/** One way to write a salt: two would have the same bytes. */
const SALT = /^(?:[0-9a-f]{2})+$/

/** The claim that a payload names. */
function claimIn(body: string): string | null {
  if (!body.includes('"claimId"')) return null
  const [, first] = FIRST_CLAIM.exec(body) ?? []
  return first ?? (JSON.parse(body) as { claimId?: string }).claimId ?? null
}

/** A payload that begins with its claim, and names no other: it need not be read. */
const FIRST_CLAIM = /^\{"claimId":"([\w-]*)"(?![^]*"claimId")/
