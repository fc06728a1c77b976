import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { eventHash, GENESIS } from './event.ts'
import { sealHash } from './sealed-text.ts'

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

const PAGE = 500

/** Recomputes every hash of one chain from its first event on and stops at the first that does not hold. */
export async function verifyChain(db: Database, chain: string): Promise<ChainCheck> {
  let last = { seq: 0, hash: GENESIS }
  for (;;) {
    const rows = await db.event.findMany({
      where: { chain, seq: { gt: last.seq } },
      orderBy: { seq: 'asc' },
      take: PAGE,
      include: { payload: true },
    })
    for (const row of rows) {
      const what = breakOf(row, last)
      if (what !== null) return { chain, events: last.seq, broken: { chain, seq: last.seq + 1, what } }
      last = { seq: row.seq, hash: row.hash }
    }
    if (rows.length < PAGE) return { chain, events: last.seq, broken: await breakOfHead(db, chain, last) }
  }
}

/** Checks every chain there is, and that no event stands outside one. */
export async function verifyAllChains(db: Database): Promise<readonly ChainCheck[]> {
  const heads = await db.chain.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const named = await db.event.groupBy({ by: ['chain'], orderBy: { chain: 'asc' } })
  const chains = new Set([...heads.map((head) => head.id), ...named.map((event) => event.chain)])
  const checks: ChainCheck[] = []
  for (const chain of chains) checks.push(await verifyChain(db, chain))
  return checks
}

interface EventRow {
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly claimId: string | null
  readonly payloadHash: string
  readonly prevHash: string
  readonly hash: string
  readonly payload: {
    readonly salt: string
    readonly hash: string
    readonly body: string | null
    readonly destroyedAt: Date | null
  }
}

function breakOf(row: EventRow, last: { seq: number; hash: string }): string | null {
  if (row.seq !== last.seq + 1) return `event ${last.seq + 1} is missing: the next one there is ${row.seq}`
  if (row.prevHash !== last.hash) return 'it does not follow the event before it'
  if (row.hash !== eventHash(row)) return 'its record was changed: its hash no longer fits'
  if (row.payload.hash !== row.payloadHash) return 'its payload was exchanged'
  return breakOfPayload(row)
}

function breakOfPayload({ payload, claimId }: EventRow): string | null {
  if (payload.body === null)
    return payload.destroyedAt === null ? 'its payload is gone without a tombstone' : null
  if (sealHash(payload.salt, payload.body) !== payload.hash) return 'its payload was changed'
  const said = JSON.parse(payload.body) as { claimId?: string }
  return (said.claimId ?? null) === claimId ? null : 'the claim it is filed under was changed'
}

async function breakOfHead(
  db: Database,
  chain: string,
  last: { seq: number; hash: string },
): Promise<Break | null> {
  const head = await db.chain.findUnique({ where: { id: chain } })
  const at = (what: string): Break => ({ chain, seq: last.seq + 1, what })
  if (head === null) return at('the chain has no head')
  if (head.seq > last.seq) return at(`events after ${last.seq} are missing: the head counts ${head.seq}`)
  return head.seq === last.seq && head.hash === last.hash ? null : at('the head does not fit the last event')
}

/** @throws NotFound no chain of that name */
export async function verifyNamedChain(db: Database, chain: string): Promise<ChainCheck> {
  const known =
    (await db.chain.count({ where: { id: chain } })) + (await db.event.count({ where: { chain } }))
  if (known === 0) throw new NotFound(`There is no report with the id ${chain}, so it has no history.`)
  return verifyChain(db, chain)
}
