import type { Actor } from '../../accounts/account.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { reportViewThen, type ReportThen } from '../../drafts/then/report-then.ts'
import { showReport, type ReportView } from '../../drafts/report-view.ts'
import { standingThen } from '../../drafts/then/standing-then.ts'
import type { Moment } from '../../history/moment.ts'

/** A report as it stood, for one reader. `report`: with the draft and the counts of then. */
export interface LoadedThen {
  readonly report: ReportView
  readonly then: ReportThen
  readonly hidden: Hidden
}

/** @throws NotFound no such report · NotAllowed closed to this person · Invalid there was none yet then */
export async function loadThen(
  db: Database,
  reader: Actor,
  reportId: string,
  { at }: Moment,
): Promise<LoadedThen> {
  const report = await showReport(db, reader, reportId)
  const { then, hidden } = await standingThen(db, reader, report, at)
  return { report: reportViewThen(report, then), then, hidden }
}
