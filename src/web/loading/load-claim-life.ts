import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import type { HistoryEvent } from '../../history/list-events.ts'
import { eventsShown } from '../../review/hidden-events.ts'
import { claimLife, type ClaimLife, type LifeDraft } from '../pages/claim-life.ts'

type EventRow = Omit<HistoryEvent, 'payload'> & { readonly body: string | null }

export interface ClaimToTrace {
  readonly reportId: string
  readonly claimId: string
  readonly number: number
}

/**
 * The line of life of a claim up to an instant, as a reader is shown it: its words in each draft and everything that happened to it.
 * Whoever asks may read the report.
 */
export async function loadClaimLife(
  db: Database,
  { reportId, claimId, number }: ClaimToTrace,
  hidden: Hidden,
  until: Date,
): Promise<ClaimLife> {
  const about = `%"${claimId}"%`
  const last = until.toISOString()
  const [rows, drafts] = await Promise.all([
    db.$queryRaw<EventRow[]>`
      SELECT e."chain", e."seq", e."at", e."actor", a."name" AS "actorName", e."kind", t."body", e."claimId",
             e."hash", e."prevHash"
      FROM "Event" e
      JOIN "SealedText" t ON t."id" = e."payloadId"
      LEFT JOIN "Account" a ON a."id" = e."actor"
      WHERE e."chain" = ${reportId} AND e."at" <= ${last}
        AND (e."claimId" = ${claimId} OR ((e."claimId" IS NULL OR e."kind" LIKE 'claim.%') AND t."body" LIKE ${about}))
      ORDER BY e."seq"`,
    loadDrafts(db, claimId, until),
  ])
  const events = rows.map(({ body, ...event }) => ({
    ...event,
    payload: body === null ? null : (JSON.parse(body) as Record<string, unknown>),
  }))
  return claimLife({ claimId, number, drafts, events: eventsShown(events, hidden), until })
}

async function loadDrafts(db: Database, claimId: string, until: Date): Promise<LifeDraft[]> {
  const rows = await db.placement.findMany({
    where: { claimId, draft: { importedAt: { lte: until } } },
    orderBy: { draft: { number: 'asc' } },
    select: {
      state: true,
      quote: true,
      lost: true,
      draft: { select: { number: true, importedAt: true } },
    },
  })
  return rows.map(({ state, quote, lost, draft }) => ({
    number: draft.number,
    at: draft.importedAt,
    state: lost === null ? state : 'set aside',
    quote,
  }))
}
