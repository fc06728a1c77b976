import { appendDeskEvent } from '../../accounts/desk-event.ts'
import type { Database } from '../../db/database.ts'
import { changeSource, type SourceDeed } from '../../sources/change-source.ts'
import { reviewDate, reviewDay } from './review-date.ts'

/**
 * Says from which day on every claim that leans on a source is to be checked again.
 * `day`: YYYY-MM-DD; '' for none.
 * @throws NotFound · NotAllowed · Conflict it was merged into another · Invalid no such day, or none to come
 */
export async function setSourceReview(
  db: Database,
  input: SourceDeed & { readonly day: string },
): Promise<void> {
  const reviewAfter = reviewDate(input.day, input.at)
  await changeSource(db, input, 'edit source', async (tx, source) => {
    await tx.source.update({ where: { id: source.id }, data: { reviewAfter }, select: { id: true } })
    await appendDeskEvent(tx, 'source.review-set', input, {
      sourceId: source.id,
      day: reviewDay(reviewAfter),
    })
  })
}
