import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Invalid } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import type { Actor } from '../account.ts'
import { assertMayOnReport } from '../assert-may-now.ts'
import { reportAtHand } from './report-at-hand.ts'

/** `accountId`: whom it is about. */
export interface Naming {
  readonly reportId: string
  readonly accountId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Names somebody on a report, so that they are in when it is closed. Nothing happens where they are named already.
 * @throws NotFound no such report, or it is closed to them · NotAllowed for this role, or the sample · Invalid nobody who can sign in
 */
export function nameMember(db: Database, { reportId, accountId, by, at }: Naming): Promise<void> {
  return inTransaction(db, async (tx) => {
    await assertMayOnReport(tx, by, 'name people', await reportAtHand(tx, reportId))
    const account = await tx.account.findUnique({
      where: { id: accountId, suspendedAt: null, sample: false },
      select: { name: true, memberships: { where: { reportId }, select: { accountId: true } } },
    })
    if (account === null) throw new Invalid('Choose somebody of the desk whose account is not suspended.')
    if (account.memberships.length > 0) return
    await tx.reportMember.create({ data: { reportId, accountId, addedAt: at } })
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'member.named',
      actor: by.id,
      at,
      payload: { accountId, name: account.name },
    })
  })
}
