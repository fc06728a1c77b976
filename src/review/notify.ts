import type { Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { apartKinds, asNoticeWay, type NoticeKind } from './notice.ts'

export interface NewNotice {
  readonly kind: NoticeKind
  readonly reportId: string
  /** The claim it is about; absent or null: the report as a whole. */
  readonly claimId?: string | null
  /** Ids of the accounts that are to be told; twice the same is once. */
  readonly to: readonly string[]
  /** Id of the account that did it; null: the author by a link, or Stet. */
  readonly by: string | null
  readonly at: Date
  /** It stays on the page, whatever the person chose. */
  readonly onPageOnly?: boolean
}

/**
 * Tells people of something, in the transaction that does it. Left out are whoever did it, who is suspended or of the
 * sample, who may not read the report, and whom an unseen notice tells the same already.
 * @returns how many were told
 */
export async function notify(tx: Transaction, notice: NewNotice): Promise<number> {
  const asked = [...new Set(notice.to)].filter((id) => id !== notice.by)
  if (asked.length === 0) return 0
  const claimId = notice.claimId ?? null
  const people = await whoIsTold(tx, notice, asked)
  const rows = people.map(({ id, noticesBy }) => ({
    id: newId(),
    accountId: id,
    kind: notice.kind,
    reportId: notice.reportId,
    claimId,
    causedById: notice.by,
    at: notice.at,
    mailedAt: notice.onPageOnly === true || asNoticeWay(noticesBy) === 'page' ? notice.at : null,
  }))
  await insertRows(tx, 'Notice', rows)
  return rows.length
}

function whoIsTold(
  tx: Transaction,
  { kind, reportId, claimId }: NewNotice,
  asked: readonly string[],
): Promise<{ id: string; noticesBy: string }[]> {
  const sameClaim =
    claimId === undefined || claimId === null
      ? Prisma.sql`n."claimId" IS NULL`
      : Prisma.sql`n."claimId" = ${claimId}`
  const told = Prisma.sql`EXISTS (SELECT 1 FROM "Notice" n WHERE n."accountId" = a."id" AND n."kind" = ${kind}
    AND n."reportId" = r."id" AND n."seenAt" IS NULL AND ${sameClaim})`
  return tx.$queryRaw<{ id: string; noticesBy: string }[]>`
    SELECT a."id", a."noticesBy"
    FROM "Account" a JOIN "Report" r ON r."id" = ${reportId}
    WHERE a."id" IN (${Prisma.join([...asked])}) AND a."suspendedAt" IS NULL AND a."sample" = FALSE
      AND (r."closed" = FALSE OR EXISTS (SELECT 1 FROM "ReportMember" m
                                         WHERE m."reportId" = r."id" AND m."accountId" = a."id"))
      AND ${apartKinds.has(kind) ? Prisma.sql`TRUE` : Prisma.sql`NOT ${told}`}
    ORDER BY a."id"`
}
