import type { Response } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Problem } from './forms/problems.ts'
import { loadReportTogether, type TypedTogether } from './loading/load-report-together.ts'
import { currentAccount } from './middleware/current-account.ts'

export interface ReportNamed {
  reportId: string
}

interface Answer {
  readonly status: number
  readonly problems: readonly Problem[]
  readonly typed: TypedTogether
  /** Somebody was quicker: what they did. */
  readonly conflict?: string | null
}

/** The page of a report's people, also as the answer to a form that was refused. */
export async function renderTogether(
  { db, clock }: Services,
  res: Response,
  reportId: string,
  { status, problems, typed, conflict = null }: Answer,
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  const together = await loadReportTogether(db, report, reader, clock(), typed)
  res.status(status).render('together/index', { report, together, problems, conflict })
}

/** Does what a form of the page asks; what does not fit (422) or came too late (409) shows the page with what was typed. */
export async function orTogetherAgain(
  services: Services,
  res: Response,
  reportId: string,
  { typed, field }: { readonly typed: TypedTogether; readonly field: string },
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Conflict)
      return renderTogether(services, res, reportId, {
        status: 409,
        problems: [],
        typed,
        conflict: error.message,
      })
    if (!(error instanceof Invalid)) throw error
    const problems = [{ text: error.message, href: field }]
    await renderTogether(services, res, reportId, { status: 422, problems, typed })
  }
}
