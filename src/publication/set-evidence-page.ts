import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../accounts/assert-may-now.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { publicationAtWork } from './publication-at-work.ts'

export interface EvidencePageSwitch {
  readonly publicationId: string
  readonly open: boolean
  readonly by: Actor
  readonly at: Date
}

/**
 * Opens the evidence page of a publication to everybody, or closes it; what is so already stays so, without an event.
 * @throws NotFound · NotAllowed for this role, or the sample · Conflict it cannot be opened: the report is closed to named people, or it was withdrawn
 */
export function setEvidencePage(db: Database, input: EvidencePageSwitch): Promise<{ readonly slug: string }> {
  const { publicationId, open, by, at } = input
  return inTransaction(db, async (tx) => {
    const { report, slug, number, publicPage, withdrawnAt } = await publicationAtWork(tx, publicationId)
    await assertMayOnReport(tx, by, 'open evidence page', report)
    if (open && report.closed)
      throw new Conflict(
        'This report is closed to the people named on it, so its evidence page cannot be opened to everybody. Open the report to the desk first. Nothing was changed.',
      )
    if (open && withdrawnAt !== null)
      throw new Conflict('This publication was withdrawn: its evidence page is not opened again.')
    if (publicPage === open) return { slug }
    await tx.publication.update({
      where: { id: publicationId },
      data: { publicPage: open },
      select: { id: true },
    })
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: open ? 'evidence-page.opened' : 'evidence-page.closed',
      actor: by.id,
      at,
      payload: { publicationId, publication: number },
    })
    return { slug }
  })
}
