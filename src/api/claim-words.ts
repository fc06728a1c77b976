import { fileShown, type Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { standingTicks, type StandingTick } from '../drafts/list-ticks.ts'
import { type FixView, listFixes, listQueries, type QueryView } from '../review/list-author-work.ts'

/** What happened to a claim's words: each list oldest first, ticks in the order of the text. */
export interface ClaimWords {
  readonly fixes: readonly FixView[]
  readonly queries: readonly QueryView[]
  readonly ticks: readonly StandingTick[]
}

/** What this reader is shown of it: where another's file is hidden from them, what they did themselves. */
export async function claimWords(
  db: Database,
  report: { readonly draft: { readonly id: string } },
  claim: { readonly id: string; readonly start: number | null; readonly end: number | null },
  hidden: Hidden,
): Promise<ClaimWords> {
  const { id, start, end } = claim
  const [fixes, queries, ticks] = await Promise.all([
    listFixes(db, [id]),
    listQueries(db, [id]),
    start === null || end === null ? [] : standingTicks(db, report.draft.id, { start, end }),
  ])
  return {
    fixes: fileShown(fixes, id, hidden, ({ askedBy }) => askedBy.id),
    queries: fileShown(queries, id, hidden, ({ askedBy }) => askedBy.id),
    ticks: fileShown(ticks, id, hidden, ({ by }) => by.id),
  }
}
