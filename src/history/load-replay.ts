import type { Database } from '../db/database.ts'
import { Replayer, type ReplayEvent } from './replay.ts'

interface EventRow extends Omit<ReplayEvent, 'payload'> {
  readonly body: string | null
}

/** What a reader is shown of a payload. */
export type ShowPayload = (payload: NonNullable<ReplayEvent['payload']>) => ReplayEvent['payload']

/** Events in one query. */
const PAGE = 1_000

/** What follows `standings` in a payload; a quotation of it would have its quote marks escaped. */
const SAYS_STANDINGS = '%"standings":[%'

/**
 * The events of a report that its replay follows, in their order, up to an instant where one is given: those that say where claims
 * stand, its drafts, and those whose payload was destroyed.
 */
export async function* replayEvents(
  db: Database,
  reportId: string,
  { until, shown = (payload) => payload }: { readonly until?: Date; readonly shown?: ShowPayload } = {},
): AsyncGenerator<ReplayEvent> {
  const last = until?.toISOString() ?? '9999'
  for (let after = 0; ;) {
    const rows = await db.$queryRaw<EventRow[]>`
      SELECT e."seq", e."at", e."kind", e."claimId", t."body"
      FROM "Event" e JOIN "SealedText" t ON t."id" = e."payloadId"
      WHERE e."chain" = ${reportId} AND e."seq" > ${after} AND e."at" <= ${last}
        AND (t."body" LIKE ${SAYS_STANDINGS} OR t."body" IS NULL OR e."kind" IN ('report.imported', 'draft.imported'))
      ORDER BY e."seq" LIMIT ${PAGE}`
    for (const { body, ...event } of rows) yield { ...event, payload: payloadOf(body, shown) }
    if (rows.length < PAGE) return
    after = rows.at(-1)?.seq ?? after
  }
}

const payloadOf = (body: string | null, shown: ShowPayload): ReplayEvent['payload'] =>
  body === null ? null : shown(JSON.parse(body) as Record<string, unknown>)

/** A report as its history up to an instant left it. */
export async function replayUntil(
  db: Database,
  reportId: string,
  options: { readonly until: Date; readonly shown?: ShowPayload },
): Promise<ReturnType<Replayer['now']>> {
  const replayer = new Replayer()
  for await (const event of replayEvents(db, reportId, options)) replayer.add(event)
  return replayer.now()
}
