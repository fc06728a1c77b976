import type { Actor } from '../../accounts/account.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'
import { loadHidden } from '../../review/load-hidden.ts'
import type { ReportView } from '../report-view.ts'
import { reportThen, type ReportThen } from './report-then.ts'

/**
 * A report as it stood at an instant, as this reader is shown it, and what is hidden from them.
 * @throws Invalid there was no such report yet
 */
export async function standingThen(
  db: Database,
  reader: Actor,
  report: ReportView,
  at: Date,
): Promise<{ readonly then: ReportThen; readonly hidden: Hidden }> {
  const hidden = await loadHidden(db, report, reader.id)
  const then = await reportThen(db, report.id, at, hidden)
  if (then === null) throw notYet(report, at)
  return { then, hidden }
}

const WORDS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** Why there is nothing to show of a report at an instant. */
export const notYet = ({ title, createdAt }: ReportView, at: Date): Invalid =>
  new Invalid(
    `There was nothing of “${title}” on ${WORDS.format(at)} UTC: it was imported on ${WORDS.format(createdAt)} UTC. Choose a later date.`,
  )
