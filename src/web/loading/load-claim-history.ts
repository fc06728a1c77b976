import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { describeEvent } from '../../history/describe-event.ts'
import type { HistoryEvent } from '../../history/list-events.ts'
import { eventsShown } from '../../review/hidden-events.ts'
import type { HistoryLine } from '../pages/claim-panel.ts'
import { timeWords } from '../pages/time-words.ts'

/** How many events the panel lists; the report's history has all. */
const MOST_LINES = 50

type EventRow = Omit<HistoryEvent, 'payload'> & { readonly body: string | null }

/**
 * What happened to a claim by the history of its report, newest first, as sentences: nothing of its privileged chain. Its
 * events are picked first: left to itself, SQLite walks the report's whole chain for the sake of the order.
 */
export async function loadClaimHistory(
  db: Database,
  claimId: string,
  hidden: Hidden,
): Promise<HistoryLine[]> {
  const rows = await db.$queryRaw<EventRow[]>`
    WITH own AS MATERIALIZED (SELECT * FROM "Event" WHERE "claimId" = ${claimId})
    SELECT e."chain", e."seq", e."at", e."actor", a."name" AS "actorName", e."kind", t."body", e."claimId",
           e."hash", e."prevHash"
    FROM own e
    JOIN "SealedText" t ON t."id" = e."payloadId"
    JOIN "Claim" c ON c."id" = e."claimId" AND c."reportId" = e."chain"
    LEFT JOIN "Account" a ON a."id" = e."actor"
    ORDER BY e."seq" DESC
    LIMIT ${MOST_LINES}`
  const events = rows.map(({ body, ...event }) => ({ ...event, payload: payloadOf(body) }))
  return eventsShown(events, hidden).map((event) => ({
    sentence: describeEvent(event),
    at: timeWords(new Date(event.at)),
  }))
}

const payloadOf = (body: string | null): HistoryEvent['payload'] =>
  body === null ? null : (JSON.parse(body) as Record<string, unknown>)
