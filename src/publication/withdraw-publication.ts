import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../accounts/assert-may-now.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { askRecheck } from '../review/ask-recheck.ts'
import { writtenWords } from '../review/written-words.ts'
import { claimsNumbered, publicationAtWork } from './publication-at-work.ts'

/** Longest reason, in UTF-16 code units. */
export const LONGEST_WITHDRAWAL = 2_000

export interface PublicationWithdrawal {
  readonly publicationId: string
  /** Public. */
  readonly reason: string
  /** Numbers of claims that are to be checked again. */
  readonly recheck: readonly number[]
  readonly by: Actor
  readonly at: Date
}

/**
 * Withdraws a publication, once and for good. Its evidence page, where it is open, says that and why.
 * @throws NotFound · NotAllowed for this role · Conflict it was withdrawn already · Invalid without a reason, or no such claim
 */
export function withdrawPublication(db: Database, input: PublicationWithdrawal): Promise<void> {
  const reason = writtenWords(input.reason, 'why it is withdrawn', LONGEST_WITHDRAWAL)
  const { publicationId, by, at } = input
  return inTransaction(db, async (tx) => {
    const publication = await publicationAtWork(tx, publicationId)
    const { report, number, withdrawnAt } = publication
    await assertMayOnReport(tx, by, 'withdraw publication', report)
    if (withdrawnAt !== null)
      throw new Conflict('This publication was withdrawn already. Nothing was changed.')
    const claims = claimsNumbered(publication, input.recheck)
    await tx.publication.update({
      where: { id: publicationId },
      data: { withdrawnAt: at, withdrawnById: by.id, withdrawalReason: reason },
      select: { id: true },
    })
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'publication.withdrawn',
      actor: by.id,
      at,
      payload: { publicationId, publication: number, reason },
    })
    const claimIds = claims.map(({ id }) => id)
    await askRecheck(tx, { claimIds, because: 'publication withdrawn', askedBy: by.id, at })
  })
}
