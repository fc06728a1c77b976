import type { Database } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import { fieldOf } from '../forms/problems.ts'

/**
 * The id of the draft that a form of a report names (`draftId`), of whatever age.
 * @throws NotFound it is none of this report
 */
export async function draftOfReport(db: Database, body: unknown, reportId: string): Promise<string> {
  const id = fieldOf(body, 'draftId')
  if ((await db.draft.count({ where: { id, reportId } })) === 0)
    throw new NotFound('There is no such draft of this report.')
  return id
}
