import type { Database } from '../db/database.ts'

/** One line of a history as it is shown. `payload` is null when two people destroyed its text. */
export interface HistoryEvent {
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly actorName: string | null
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>> | null
  readonly claimId: string | null
  readonly hash: string
  readonly prevHash: string
}

export interface EventFilter {
  readonly chain: string
  readonly claimId?: string
  /** Only what had happened by then (included). */
  readonly asOf?: Date
  /** Only what happened later. */
  readonly since?: Date
  readonly order?: 'asc' | 'desc'
  /** Only events beyond this seq, in the chosen order. */
  readonly after?: number
  readonly limit: number
}

export interface EventPage {
  readonly items: readonly HistoryEvent[]
  /** The `after` of the next page, null at the end. */
  readonly next: number | null
}

/** The events of one chain, oldest first unless asked otherwise, a page at a time. */
export async function listEvents(db: Database, filter: EventFilter): Promise<EventPage> {
  const order = filter.order ?? 'asc'
  const beyond = order === 'asc' ? 'gt' : 'lt'
  const rows = await db.event.findMany({
    where: {
      chain: filter.chain,
      ...(filter.claimId === undefined ? {} : { claimId: filter.claimId }),
      ...(filter.after === undefined ? {} : { seq: { [beyond]: filter.after } }),
      at: whenOf(filter),
    },
    orderBy: { seq: order },
    take: filter.limit + 1,
    include: { payload: { select: { body: true } } },
  })
  const shown = rows.slice(0, filter.limit)
  const names = await namesOf(db, new Set(shown.map((row) => row.actor)))
  return {
    items: shown.map(({ payload, ...row }) => ({
      chain: row.chain,
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      actorName: names.get(row.actor) ?? null,
      kind: row.kind,
      payload: payload.body === null ? null : (JSON.parse(payload.body) as Record<string, unknown>),
      claimId: row.claimId,
      hash: row.hash,
      prevHash: row.prevHash,
    })),
    next: rows.length > filter.limit ? (shown.at(-1)?.seq ?? null) : null,
  }
}

const whenOf = ({ asOf, since }: EventFilter) => ({
  ...(asOf === undefined ? {} : { lte: asOf.toISOString() }),
  ...(since === undefined ? {} : { gt: since.toISOString() }),
})

async function namesOf(db: Database, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(accounts.map((account) => [account.id, account.name]))
}
