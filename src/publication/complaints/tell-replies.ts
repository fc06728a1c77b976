import type { Transaction } from '../../db/database.ts'
import type { NoticeKind } from '../../review/notice.ts'
import { notify } from '../../review/notify.ts'
import { whoAnswers } from './enter-complaint.ts'

/** The setting that says up to when replies were looked at. */
const TOLD_UNTIL = 'replies told until'

/** Milliseconds before a reply is due when it is told of first: two days. */
const SOON = 2 * 24 * 3_600_000

/**
 * Tells those who answer complaints, and whoever wrote one down, of each open complaint whose reply is due within two days, and again when it is overdue:
 * once each, however often it is asked. Nobody is told of a day that had come that near when it was set.
 * @returns how many notices there are of it
 */
export async function tellReplies(tx: Transaction, now: Date): Promise<number> {
  const row = await tx.setting.findUnique({ where: { name: TOLD_UNTIL } })
  const since = new Date(row?.value ?? 0)
  if (since >= now) return 0
  const told =
    (await tell(tx, 'reply due soon', { since, until: now, ahead: SOON }, now)) +
    (await tell(tx, 'reply overdue', { since, until: now, ahead: 0 }, now))
  const value = now.toISOString()
  await tx.setting.upsert({
    where: { name: TOLD_UNTIL },
    create: { name: TOLD_UNTIL, value },
    update: { value },
  })
  return told
}

/** `ahead`: milliseconds. */
interface Span {
  readonly since: Date
  readonly until: Date
  readonly ahead: number
}

async function tell(
  tx: Transaction,
  kind: NoticeKind,
  { since, until, ahead }: Span,
  at: Date,
): Promise<number> {
  const later = (time: Date): Date => new Date(time.getTime() + ahead)
  const due = await tx.complaint.findMany({
    where: { state: 'open', replyDue: { gt: later(since), lte: later(until) } },
    orderBy: [{ replyDue: 'asc' }, { id: 'asc' }],
    select: {
      ...{ reportId: true, enteredById: true, enteredAt: true, replyDue: true },
      report: { select: { id: true, closed: true } },
    },
  })
  let told = 0
  for (const { reportId, report, enteredById, enteredAt, replyDue } of due) {
    if (replyDue !== null && replyDue <= later(enteredAt)) continue
    const to = [...(await whoAnswers(tx, report)), enteredById]
    told += await notify(tx, { kind, reportId, to, by: null, at })
  }
  return told
}
