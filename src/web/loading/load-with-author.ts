import type { Database } from '../../db/database.ts'
import { listFixes, listQueries } from '../../review/list-author-work.ts'
import type { WhatThereIs } from '../../review/what-there-is.ts'
import type { WithAuthorInput } from '../pages/with-author.ts'

/** What was asked of the authors about one claim, and who they are. */
export async function loadWithAuthor(
  db: Database,
  reportId: string,
  claimId: string,
  there: WhatThereIs,
): Promise<Pick<WithAuthorInput, 'fixes' | 'queries' | 'authors'>> {
  const [fixes, queries, authors] = await Promise.all([
    there.fixes ? listFixes(db, [claimId]) : [],
    there.queries ? listQueries(db, [claimId]) : [],
    db.$queryRaw<{ id: string; name: string }[]>`
      SELECT "id", "name" FROM "ReportAuthor" WHERE "reportId" = ${reportId} ORDER BY "name"`,
  ])
  return { fixes, queries, authors }
}
