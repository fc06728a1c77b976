import type { Transaction } from '../db/database.ts'
import { canonicalJson, type Json } from './canonical.ts'
import { eventHash, GENESIS } from './event.ts'
import type { EventKind, EventPayloads } from './event-payloads.ts'
import { seal } from './sealed-text.ts'

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

/** Opens a chain that has no events yet, or takes it where it is open already. */
export const openChain = (tx: Transaction, id: string): Promise<ChainHead> =>
  tx.chain.upsert({ where: { id }, create: { id, seq: 0, hash: GENESIS }, update: { id } })

/**
 * Takes a chain for the length of the transaction: whoever comes next waits, so events have one order.
 * Take it before reading what the event will say.
 * @throws when the chain was never opened
 */
export const takeChain = (tx: Transaction, id: string): Promise<ChainHead> =>
  tx.chain.update({ where: { id }, data: { id } })

/** Appends one event to a chain that this transaction has taken: the only way into a history. */
export async function appendEvent<K extends EventKind>(
  tx: Transaction,
  head: ChainHead,
  event: NewEvent<K>,
): Promise<void> {
  const payload = seal(canonicalJson(event.payload as unknown as Json))
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
  await tx.sealedText.create({ data: payload, select: { id: true } })
  await tx.event.create({
    data: { ...chained, hash, payloadId: payload.id, claimId: claimOf(event.payload) },
    select: { seq: true },
  })
  await tx.chain.update({ where: { id: head.id }, data: { seq: chained.seq, hash }, select: { id: true } })
  head.seq = chained.seq
  head.hash = hash
}

const claimOf = (payload: EventPayloads[EventKind]): string | null =>
  'claimId' in payload ? payload.claimId : null
