import type { ReportAsked } from '../accounts/assert-may-now.ts'
import type { Transaction } from '../db/database.ts'
import { NotFound } from '../errors.ts'

/** A report as the verbs of its audit need it. `draftId`, `draft`: the draft at work and its number. */
export interface ReportAtAudit extends ReportAsked {
  readonly title: string
  readonly policy: string | null
  readonly draftId: string
  readonly draft: number
}

/** @throws NotFound no such report */
export async function auditedReport(tx: Transaction, reportId: string): Promise<ReportAtAudit> {
  const report = await tx.report.findUnique({
    where: { id: reportId },
    select: {
      ...{ id: true, title: true, closed: true, sample: true, policy: true },
      currentDraft: { select: { id: true, number: true } },
    },
  })
  if (report?.currentDraft == null) throw new NotFound('There is no such report.')
  const { currentDraft, ...rest } = report
  return { ...rest, draftId: currentDraft.id, draft: currentDraft.number }
}

/** Whether what was asked for belongs to another report than the one that was named, where one was. */
export const isOfAnother = (named: { readonly reportId?: string }, reportId: string): boolean =>
  named.reportId !== undefined && named.reportId !== reportId
