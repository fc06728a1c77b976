import type { Actor } from '../accounts/account.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { NotFound } from '../errors.ts'

/** One notice, all on one claim or report, or all there are. */
export type NoticesMeant =
  { readonly id: string } | { readonly reportId: string; readonly kind: string } | 'all'

/** Where a notice leads. */
export interface NoticeSeen {
  readonly reportId: string
  readonly claimId: string | null
  readonly kind: string
}

/**
 * Marks one's own notices as seen, and mentions no longer as waiting. A hand-over note for whoever comes next is thereby
 * taken: nobody else is asked to read it.
 * @returns the notices that are seen now and were not before
 * @throws NotFound no such notice of this person
 */
export function seeNotices(
  db: Database,
  input: { readonly account: Pick<Actor, 'id'>; readonly notices: NoticesMeant; readonly at: Date },
): Promise<readonly NoticeSeen[]> {
  const { account, notices, at } = input
  return inTransaction(db, async (tx) => {
    const meant = { accountId: account.id, ...(notices === 'all' ? {} : notices) }
    if ('id' in meant && (await tx.notice.count({ where: meant })) === 0)
      throw new NotFound('There is no such notice of yours.')
    const unseen = await tx.notice.findMany({
      where: { ...meant, seenAt: null },
      select: { id: true, reportId: true, claimId: true, kind: true },
    })
    await takeHandOvers(tx, account.id, unseen, at)
    await tx.notice.updateMany({ where: { ...meant, seenAt: null }, data: { seenAt: at } })
    return unseen
  })
}

/** A hand-over note and its notices bear the same report, person and instant. */
async function takeHandOvers(
  tx: Transaction,
  accountId: string,
  seen: readonly { readonly id: string; readonly kind: string }[],
  at: Date,
): Promise<void> {
  for (const { id, kind } of seen) {
    if (kind !== 'hand-over') continue
    await tx.$executeRaw`
      UPDATE "Notice" SET "seenAt" = ${at}
      WHERE "seenAt" IS NULL AND "kind" = 'hand-over' AND "accountId" <> ${accountId} AND EXISTS (
        SELECT 1 FROM "Notice" mine
        JOIN "HandOver" h ON h."reportId" = mine."reportId" AND h."fromId" = mine."causedById" AND h."at" = mine."at"
        WHERE mine."id" = ${id} AND h."toId" IS NULL AND "Notice"."reportId" = mine."reportId"
          AND "Notice"."causedById" = mine."causedById" AND "Notice"."at" = mine."at")`
  }
}
