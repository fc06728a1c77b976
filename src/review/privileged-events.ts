import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { listEvents, type HistoryEvent } from '../history/list-events.ts'
import { privilegedChain } from '../history/privileged-chain.ts'
import { visibleTo } from './list-comments.ts'

/** Most events of a privileged chain that are looked through, the newest of them. */
const MOST_EVENTS = 500

/** What of a report's privileged chain this person may see, newest first: the events of comments that they see. */
export async function privilegedEvents(
  db: Database,
  reportId: string,
  reader: Actor,
  asOf: Date | null,
): Promise<readonly HistoryEvent[]> {
  const [{ items }, comments] = await Promise.all([
    listEvents(db, {
      chain: privilegedChain(reportId),
      order: 'desc',
      limit: MOST_EVENTS,
      ...(asOf === null ? {} : { asOf }),
    }),
    db.comment.findMany({
      where: { reportId, privileged: true, ...visibleTo(reader) },
      select: { id: true },
    }),
  ])
  const seen = new Set<unknown>(comments.map(({ id }) => id))
  return items.filter(({ payload }) => seen.has(payload?.['commentId']))
}
