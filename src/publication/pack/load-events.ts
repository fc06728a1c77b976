import type { Database } from '../../db/database.ts'
import { sealHash } from '../../history/sealed-text.ts'
import type { PackedEvent, Withheld } from './pack.ts'
import { type Packing, WHY, type Why, whyEventStays } from './withholding.ts'

/** An event of a report's chain as it is stored. */
export interface StoredEvent extends Omit<PackedEvent, 'payload' | 'salt'> {
  readonly leaf: number
  readonly payload: {
    readonly salt: string
    readonly body: string | null
    readonly destroyedAt: Date | null
  }
}

/** The events of a report up to a signed head, in order. */
export async function loadEvents(db: Database, reportId: string, size: number): Promise<StoredEvent[]> {
  return db.event.findMany({
    where: { chain: reportId, leaf: { lt: size } },
    orderBy: { seq: 'asc' },
    select: {
      ...{ chain: true, seq: true, at: true, actor: true, kind: true, payloadHash: true, prevHash: true },
      ...{ hash: true, leaf: true, payload: { select: { salt: true, body: true, destroyedAt: true } } },
    },
  })
}

/** The events as they leave, and what of them stays. */
export function packedEvents(
  stored: readonly StoredEvent[],
  packing: Packing,
): { readonly events: readonly PackedEvent[]; readonly withheld: readonly Withheld[] } {
  const withheld: Withheld[] = []
  const events = stored.map(({ payload: { salt, body, destroyedAt }, ...row }): PackedEvent => {
    const { chain, seq, at, actor, kind, payloadHash, prevHash, hash } = row
    const event = { chain, seq, at, actor, kind, payloadHash, prevHash, hash }
    const why = whyGone(payloadHash, salt, body, destroyedAt)
    const payload: unknown = why === null ? JSON.parse(body ?? '') : null
    const stays =
      why ??
      whyEventStays({ ...event, payload }, packing) ??
      // A payload that is not written again as it was hashed could not be checked by whoever has nothing but it.
      (JSON.stringify(payload) === body ? null : WHY.unknown)
    if (stays === null) return { ...event, payload, salt }
    const where = `event ${seq} (${kind})`
    withheld.push({ what: 'what an event says', where, why: stays, hash: payloadHash })
    return event
  })
  return { events, withheld }
}

function whyGone(hash: string, salt: string, body: string | null, destroyedAt: Date | null): Why | null {
  if (body === null) return destroyedAt === null ? WHY.missing : WHY.destroyed
  return sealHash(salt, body) === hash ? null : WHY.changed
}
