import type { Transaction } from '../db/database.ts'
import { appendEvent, takeChain, type NewEvent } from '../history/append-event.ts'
import { DESK_CHAIN, SYSTEM } from '../history/event.ts'
import type { EventKind, EventPayloads } from '../history/event-payloads.ts'
import type { Actor } from './account.ts'

/** Who did something when; `by` is null for the command line. */
export interface Deed {
  readonly by: Pick<Actor, 'id'> | null
  readonly at: Date
}

/** Appends an event to the desk's own history, in the transaction that did what it says. */
export async function appendDeskEvent<K extends EventKind>(
  tx: Transaction,
  kind: K,
  { by, at }: Deed,
  payload: EventPayloads[K],
): Promise<void> {
  const event: NewEvent<K> = { kind, actor: by?.id ?? SYSTEM, at, payload }
  await appendEvent(tx, await takeChain(tx, DESK_CHAIN), event)
}
