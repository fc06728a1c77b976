import type { Database } from '../../db/database.ts'
import { type Actor, asAccount, type Role } from '../account.ts'
import { assertMayOnReport } from '../assert-may-now.ts'
import { reportAtHand } from './report-at-hand.ts'

/** Somebody who is named on a report. `suspended`: they stand here and cannot sign in. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly legal: boolean
  readonly suspended: boolean
  readonly addedAt: Date
}

/** Who is in: everyone of the desk where the report is open, whom it names where it is closed. */
export interface ReportPeople {
  readonly closed: boolean
  readonly members: readonly Member[]
}

/**
 * The people named on a report, by name. On an open one they say nothing yet: they are whom it would be closed to.
 * @throws NotFound no such report, or it is closed to them
 */
export async function listMembers(db: Database, actor: Actor, reportId: string): Promise<ReportPeople> {
  const report = await reportAtHand(db, reportId)
  await assertMayOnReport(db, actor, 'read report', report)
  const rows = await db.reportMember.findMany({
    where: { reportId },
    select: {
      addedAt: true,
      account: { select: { id: true, name: true, role: true, legal: true, suspendedAt: true } },
    },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
  })
  const members = rows.map(({ addedAt, account: { suspendedAt, ...account } }) => ({
    ...asAccount(account),
    suspended: suspendedAt !== null,
    addedAt,
  }))
  return { closed: report.closed, members }
}
