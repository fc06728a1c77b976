import type { Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { loadFixes, loadOpenClaims } from './load-open-work.ts'

/** What goes back to the author with a draft. */
export interface OpenWork {
  /** Open queries and unsettled verdicts. */
  readonly comments: number
  readonly changes: number
  /** It came from Word: the author's own file goes back. */
  readonly ownFile: boolean
}

export async function countOpenWork(db: Database, draftId: string, hidden: Hidden): Promise<OpenWork> {
  const [claims, fixes, draft] = await Promise.all([
    loadOpenClaims(db, draftId, hidden),
    loadFixes(db, draftId),
    db.draft.findUniqueOrThrow({ where: { id: draftId }, select: { sourceType: true } }),
  ])
  return { comments: claims.length, changes: fixes.length, ownFile: draft.sourceType === 'docx' }
}
