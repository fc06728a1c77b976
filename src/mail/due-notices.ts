import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { asNoticeWay } from '../review/notice.ts'
import type { DueNotice } from './notice-mail.ts'

/** The hour of the day, UTC, at which digests leave. */
const DIGEST_HOUR = 6

/** What is older, in milliseconds, is sent no more: the mail server was away for a week, or is new. */
const TOO_OLD = 7 * 24 * 3_600_000

/** The notices of one person that are being sent, taken from every other process. */
export interface TakenNotices {
  readonly email: string
  readonly name: string
  readonly notices: readonly DueNotice[]
  /** What marks them as taken. */
  readonly takenAt: Date
}

/** The newest instant, not after `now`, at which digests leave. */
export function digestTime(now: Date): Date {
  const today = new Date(now)
  today.setUTCHours(DIGEST_HOUR, 0, 0, 0)
  return today <= now ? today : new Date(today.getTime() - 24 * 3_600_000)
}

/** Ids of the people to whom something is due. */
export async function peopleWithMail(db: Database, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a."id"
    FROM "Notice" n JOIN "Account" a ON a."id" = n."accountId"
    WHERE n."mailedAt" IS NULL AND n."seenAt" IS NULL AND a."suspendedAt" IS NULL AND a."sample" = FALSE
      AND (a."noticesBy" = 'at once' OR (a."noticesBy" = 'digest' AND n."at" < ${digestTime(now)}))
    ORDER BY a."id"`
  return rows.map(({ id }) => id)
}

/**
 * Takes all that is due to one person, so that no other process and no later round sends it: it counts as sent from now
 * on, until `putBack` says that it was not. What the person has seen meanwhile, may no longer read, or what is too old is
 * left out for good.
 * @returns null when nothing is left to send
 */
export function takeDue(db: Database, accountId: string, now: Date): Promise<TakenNotices | null> {
  return inTransaction(db, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId } })
    if (account?.suspendedAt !== null || asNoticeWay(account.noticesBy) === 'page') return null
    const before = account.noticesBy === 'digest' ? digestTime(now) : now
    const due = await dueRows(tx, accountId, before)
    if (due.length === 0) return null
    await tx.notice.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { mailedAt: now } })
    const notices = due.filter((row) => isToSend(row, now)).map(asNotice)
    return notices.length === 0 ? null : { email: account.email, name: account.name, notices, takenAt: now }
  })
}

/** Says that taken notices were not sent: a later round takes them again. */
export async function putBack(db: Database, { notices, takenAt }: TakenNotices): Promise<void> {
  await db.notice.updateMany({
    where: { id: { in: notices.map(({ id }) => id) }, mailedAt: takenAt },
    data: { mailedAt: null },
  })
}

interface DueRow extends DueNotice {
  readonly at: Date
  readonly seenAt: Date | null
  readonly closed: boolean
  readonly membersOnly: string | null
}

/** Most notices of one mail. */
const MOST_AT_ONCE = 200

const dueRows = (tx: Transaction, accountId: string, before: Date): Promise<DueRow[]> =>
  tx.$queryRaw<DueRow[]>`
    SELECT n."id", n."kind", n."reportId", r."title" AS "reportTitle", n."claimId", c."number" AS "claimNumber",
           b."name" AS "by", n."at", n."seenAt", r."closed", m."accountId" AS "membersOnly"
    FROM "Notice" n
    JOIN "Report" r ON r."id" = n."reportId"
    LEFT JOIN "Claim" c ON c."id" = n."claimId"
    LEFT JOIN "Account" b ON b."id" = n."causedById"
    LEFT JOIN "ReportMember" m ON m."reportId" = r."id" AND m."accountId" = n."accountId"
    WHERE n."accountId" = ${accountId} AND n."mailedAt" IS NULL AND n."at" <= ${before}
    ORDER BY n."at", n."id"
    LIMIT ${MOST_AT_ONCE}`

const isToSend = ({ seenAt, closed, membersOnly, at }: DueRow, now: Date): boolean =>
  seenAt === null && (!closed || membersOnly !== null) && now.getTime() - at.getTime() < TOO_OLD

const asNotice = ({
  id,
  kind,
  reportId,
  reportTitle,
  claimId,
  claimNumber,
  by,
  closed,
}: DueRow): DueNotice => ({
  id,
  kind,
  reportId,
  reportTitle: closed ? null : reportTitle,
  claimId,
  claimNumber,
  by,
})
