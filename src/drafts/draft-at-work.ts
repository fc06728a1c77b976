import type { Actor } from '../accounts/account.ts'
import type { ReportAction } from '../accounts/policy.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'

/** The draft that a change is about, with what the change has to know of its report. */
export interface DraftAtWork {
  readonly id: string
  readonly number: number
  readonly reportId: string
  readonly language: string
}

/**
 * A report's present draft, when this person may do this to it.
 * @throws NotFound no such draft · NotAllowed by policy · Conflict a newer draft has taken its place
 */
export async function draftAtWork(
  tx: Transaction,
  request: { draftId: string; actor: Actor; action: ReportAction },
): Promise<DraftAtWork> {
  const draft = await tx.draft.findUnique({
    where: { id: request.draftId },
    select: {
      id: true,
      number: true,
      language: true,
      report: { select: { id: true, closed: true, sample: true, currentDraftId: true } },
    },
  })
  if (draft === null) throw new NotFound('There is no such draft.')
  const { report, ...found } = draft
  await assertMayOnReport(tx, request.actor, request.action, report)
  if (report.currentDraftId !== draft.id)
    throw new Conflict(
      `Draft ${draft.number} is no longer the one at work: go to the present draft. Nothing was recorded.`,
    )
  return { ...found, reportId: report.id }
}
