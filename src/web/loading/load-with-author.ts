import type { Database } from '../../db/database.ts'
import { listFixes, listQueries } from '../../review/list-author-work.ts'
import type { WithAuthorInput } from '../pages/with-author.ts'

/** What was asked of the authors about one claim, and who they are. */
export async function loadWithAuthor(
  db: Database,
  reportId: string,
  claimId: string,
): Promise<Pick<WithAuthorInput, 'fixes' | 'queries' | 'authors'>> {
  const [fixes, queries, authors] = await Promise.all([
    listFixes(db, [claimId]),
    listQueries(db, [claimId]),
    db.reportAuthor.findMany({
      where: { reportId },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
  ])
  return { fixes, queries, authors }
}
