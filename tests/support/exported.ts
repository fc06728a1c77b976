import { nothingHidden } from '../../src/claims/hidden.ts'
import type { Database } from '../../src/db/database.ts'
import type { ExportedReport } from '../../src/exports/exported-report.ts'
import type { Inclusion } from '../../src/exports/formats.ts'
import { loadExportedReport } from '../../src/exports/load-exported-report.ts'
import { DESK } from './exports.ts'
import { polyglotAtWork } from './polyglot-report.ts'
import { morning } from './reports.ts'

/** The polyglot report at work, as it leaves with what is named here. */
export async function exportedPolyglot(
  db: Database,
  include: readonly Inclusion[] = [],
  more: Partial<Pick<ExportedReport, 'byOthers'>> = {},
): Promise<ExportedReport> {
  const { reportId, eve } = await polyglotAtWork(db)
  const report = await db.report.findUniqueOrThrow({ where: { id: reportId } })
  const asked = { include, hidden: nothingHidden(eve.id), by: eve, desk: DESK, at: morning(30), ...more }
  return loadExportedReport(db, report, asked)
}
