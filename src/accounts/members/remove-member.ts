import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { roles, hasRole } from '../account.ts'
import { assertMayOnReport } from '../assert-may-now.ts'
import { policy } from '../policy.ts'
import type { Naming } from './name-member.ts'
import { reportAtHand } from './report-at-hand.ts'

/**
 * Takes somebody off a report; what they did on it stays. Everybody may leave by themselves. Of a closed report the last one who
 * may name others cannot leave: nobody could ever open it again.
 * @throws NotFound no such report, or it is closed to them · NotAllowed somebody else, for this role · Invalid not named on it · Conflict the last one
 */
export function removeMember(db: Database, { reportId, accountId, by, at }: Naming): Promise<void> {
  return inTransaction(db, async (tx) => {
    const report = await reportAtHand(tx, reportId)
    await assertMayOnReport(tx, by, accountId === by.id ? 'read report' : 'name people', report)
    const member = await tx.reportMember.findUnique({
      where: { reportId_accountId: { reportId, accountId } },
      select: { account: { select: { name: true } } },
    })
    if (member === null) throw new Invalid('Choose somebody who is named on this report.')
    await tx.reportMember.delete({ where: { reportId_accountId: { reportId, accountId } } })
    if (report.closed) await assertSomebodyLeft(tx, reportId)
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'member.removed',
      actor: by.id,
      at,
      payload: { accountId, name: member.account.name },
    })
  })
}

/** The roles that may name people on a report. */
const NAMING = roles.filter((role) => hasRole(role, policy['name people'].least))

/** @throws Conflict when nobody who is in could name anybody */
async function assertSomebodyLeft(tx: Transaction, reportId: string): Promise<void> {
  const left = await tx.reportMember.count({
    where: { reportId, account: { suspendedAt: null, role: { in: [...NAMING] } } },
  })
  if (left === 0)
    throw new Conflict(
      'The last editor who is in cannot leave a closed report. Name another one first, or open the report. Nothing was changed.',
    )
}
