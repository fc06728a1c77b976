import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { canonicalJson, type Json } from './canonical.ts'
import { changedStandings } from './changed-standings.ts'
import { eventHash, GENESIS } from './event.ts'
import type { EventKind, EventPayloads } from './event-payloads.ts'
import { seal } from './sealed-text.ts'
import { STANDINGS } from './standing.ts'

/** The head of a chain, held by the transaction that took it until it ends. */
export interface ChainHead {
  readonly id: string
  seq: number
  hash: string
}

export interface NewEvent<K extends EventKind> {
  readonly kind: K
  /** Id of an account, or SYSTEM. */
  readonly actor: string
  readonly at: Date
  readonly payload: EventPayloads[K]
}

/**
 * The head of a chain, at genesis where it has no events yet. Writers take turns (src/db/in-transaction.ts), so nobody
 * else appends before this transaction ends. Raw, like all that a verdict costs: it is the query that people wait for.
 */
export async function takeChain(tx: Transaction, id: string): Promise<ChainHead> {
  const [head] = await tx.$queryRaw<ChainHead[]>`SELECT "id", "seq", "hash" FROM "Chain" WHERE "id" = ${id}`
  return head ?? { id, seq: 0, hash: GENESIS }
}

/**
 * Appends one event to a chain that this transaction has taken: the only way into a history. Where claims of the report changed
 * since the transaction's last event, this one says where they stand now.
 */
export async function appendEvent<K extends EventKind>(
  tx: Transaction,
  head: ChainHead,
  event: NewEvent<K>,
): Promise<void> {
  const standings = await changedStandings(tx, head.id)
  const told = standings.length === 0 ? event.payload : { ...event.payload, [STANDINGS]: standings }
  const payload = seal(canonicalJson(told as unknown as Json))
  const chained = {
    chain: head.id,
    seq: head.seq + 1,
    at: event.at.toISOString(),
    actor: event.actor,
    kind: event.kind,
    payloadHash: payload.hash,
    prevHash: head.hash,
  }
  const hash = eventHash(chained)
  await insertRows(tx, 'SealedText', [payload])
  await tx.$executeRaw`
    INSERT INTO "Event" ("chain", "seq", "at", "actor", "kind", "payloadHash", "prevHash", "hash", "payloadId", "claimId", "leaf")
    VALUES (${chained.chain}, ${chained.seq}, ${chained.at}, ${chained.actor}, ${chained.kind}, ${chained.payloadHash},
            ${chained.prevHash}, ${hash}, ${payload.id}, ${claimOf(event.payload)},
            (SELECT COALESCE(MAX("leaf") + 1, 0) FROM "Event"))`
  await moveHead(tx, head, hash)
}

/** @throws when the chain grew since its head was taken: the transaction must not go on */
async function moveHead(tx: Transaction, head: ChainHead, hash: string): Promise<void> {
  const seq = head.seq + 1
  const moved =
    head.seq === 0
      ? await tx.$executeRaw`INSERT INTO "Chain" ("id", "seq", "hash") VALUES (${head.id}, ${seq}, ${hash})`
      : await tx.$executeRaw`UPDATE "Chain" SET "seq" = ${seq}, "hash" = ${hash} WHERE "id" = ${head.id} AND "seq" = ${head.seq}`
  if (moved !== 1) throw new Error(`The history ${head.id} grew while an event was appended to it`)
  head.seq = seq
  head.hash = hash
}

const claimOf = (payload: EventPayloads[EventKind]): string | null =>
  'claimId' in payload ? (payload.claimId ?? null) : null
