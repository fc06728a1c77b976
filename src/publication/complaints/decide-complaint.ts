import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { askRecheck } from '../../review/ask-recheck.ts'
import { notify } from '../../review/notify.ts'
import { sealWords } from '../../review/seal-words.ts'
import { writtenWords } from '../../review/written-words.ts'
import { correctWithin, type MadeCorrection } from '../correct-publication.ts'
import { completeCorrection, type CorrectionWords } from '../correction.ts'
import { publicationAtWork } from '../publication-at-work.ts'
import { type ComplaintDecision, LONGEST_COMPLAINT } from './complaint.ts'
import { assertOpen, complaintAtWork } from './complaint-at-work.ts'

export interface DecidedComplaint {
  readonly complaintId: string
  readonly decision: ComplaintDecision
  /** What who complained is told. */
  readonly reply: string
  /** What the readers are told with it. */
  readonly correction?: CorrectionWords | undefined
  readonly by: Actor
  readonly at: Date
}

/**
 * Decides a complaint, with a correction in the same transaction where there is to be one. Where it is upheld, also in part, the
 * claims that it is about are to be checked again; no verdict is changed by it.
 * @throws NotFound · NotAllowed for this role · Conflict it was decided or withdrawn already · Invalid without a reply, or a correction that does not fit
 */
export function decideComplaint(
  db: Database,
  input: DecidedComplaint,
): Promise<{ readonly reportId: string; readonly correction: MadeCorrection | null }> {
  const reply = writtenWords(input.reply, 'the reply', LONGEST_COMPLAINT)
  const words = input.correction === undefined ? undefined : completeCorrection(input.correction)
  const { complaintId, decision, by, at } = input
  return inTransaction(db, async (tx) => {
    const complaint = await complaintAtWork(tx, complaintId)
    const { report, claims, number } = complaint
    await assertMayOnReport(tx, by, 'decide complaints', report)
    if (words !== undefined) await assertMayOnReport(tx, by, 'correct publication', report)
    assertOpen(complaint)
    const answered = await sealWords(tx, reply)
    await tx.complaint.update({
      where: { id: complaintId },
      data: { state: decision, decisionId: answered.id, decidedById: by.id, decidedAt: at },
      select: { id: true },
    })
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'complaint.decided',
      actor: by.id,
      at,
      payload: { complaintId, complaint: number, claims, decision, replyHash: answered.hash },
    })
    const publication = await publicationAtWork(tx, complaint.publicationId)
    const correction =
      words === undefined
        ? null
        : await correctWithin(tx, publication, { ...words, by, at, complaint: { id: complaintId, number } })
    if (decision !== 'rejected') {
      const claimIds = claims.map(({ claimId }) => claimId)
      await askRecheck(tx, { claimIds, because: 'complaint upheld', askedBy: by.id, at })
    }
    const to = [complaint.enteredById]
    await notify(tx, { kind: 'complaint decided', reportId: report.id, to, by: by.id, at })
    return { reportId: report.id, correction }
  })
}
