import type { RequestHandler, Response } from 'express'
import { auditLoaded } from '../audit/audit-report.ts'
import { loadAuditedReport } from '../audit/load-audited-report.ts'
import { sectionsOf } from '../claims/section.ts'
import { showReport } from '../drafts/report-view.ts'
import { showGate } from '../publication/show-gate.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import type { Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { auditPage, type AuditShown } from './pages/audit-page.ts'
import { gatePage } from './pages/gate-page.ts'
import { targetOf } from './target-of.ts'

/** GET /reports/:reportId/audit: what blocks, what warns, each a step from its claim. `?by=place`: in the order of the text. */
export const showAudit = (services: Services): RequestHandler<{ reportId: string }> => {
  return (req, res) =>
    renderAudit(services, res, {
      ...{ status: 200, reportId: req.params.reportId, problems: [], typed: null },
      by: req.query['by'] === 'place' ? 'place' : 'rule',
    })
}

export interface AuditToRender extends Pick<AuditShown, 'by' | 'typed' | 'reportId'> {
  readonly status: number
  readonly problems: readonly Problem[]
}

/** The page of the audit, with what was typed into a form of it that was refused. */
export async function renderAudit(
  { db, clock }: Services,
  res: Response,
  { status, reportId, problems, typed, by }: AuditToRender,
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  const hidden = await loadHidden(db, report, reader.id)
  const audited = await loadAuditedReport(db, reportId, { hidden, at: clock() })
  const { text, blocks } = audited.draft.document
  res.status(status).render('audit/show', {
    report,
    page: auditPage({
      ...{ reportId, by, typed, audit: await auditLoaded(db, reportId, audited) },
      sections: sectionsOf(text, blocks),
      claimIds: new Map(audited.claims.map(({ id, number }) => [number, id])),
    }),
    gate: gatePage(reader, report, targetOf(report), await showGate(db, report)),
    problems,
  })
}
