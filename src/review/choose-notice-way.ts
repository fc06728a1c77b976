import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { asNoticeWay, type NoticeWay } from './notice.ts'

/** Chooses how one's own notices leave the page. Who wants none sent gets none of those that wait, either. */
export function chooseNoticeWay(
  db: Database,
  { account, way, at }: { readonly account: Pick<Actor, 'id'>; readonly way: NoticeWay; readonly at: Date },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { noticesBy: way } })
    if (way !== 'page') return
    await tx.notice.updateMany({ where: { accountId: account.id, mailedAt: null }, data: { mailedAt: at } })
  })
}

/** How somebody's notices leave the page. */
export async function noticeWayOf(db: Database, account: Pick<Actor, 'id'>): Promise<NoticeWay> {
  const { noticesBy } = await db.account.findUniqueOrThrow({
    where: { id: account.id },
    select: { noticesBy: true },
  })
  return asNoticeWay(noticesBy)
}
