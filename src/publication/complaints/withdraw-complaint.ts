import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { assertOpen, complaintAtWork } from './complaint-at-work.ts'

/**
 * Notes that who complained took it back.
 * @throws NotFound · NotAllowed for this role · Conflict it was decided or withdrawn already
 */
export function withdrawComplaint(
  db: Database,
  { complaintId, by, at }: { readonly complaintId: string; readonly by: Actor; readonly at: Date },
): Promise<{ readonly reportId: string }> {
  return inTransaction(db, async (tx) => {
    const complaint = await complaintAtWork(tx, complaintId)
    const { report, number, claims } = complaint
    await assertMayOnReport(tx, by, 'enter complaints', report)
    assertOpen(complaint)
    await tx.complaint.update({
      where: { id: complaintId },
      data: { state: 'withdrawn', decidedById: by.id, decidedAt: at },
      select: { id: true },
    })
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'complaint.withdrawn',
      actor: by.id,
      at,
      payload: { complaintId, complaint: number, claims },
    })
    return { reportId: report.id }
  })
}
