import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendEvent, takeChain, type ChainHead } from '../../history/append-event.ts'
import type { Actor } from '../account.ts'
import { assertMayOnReport } from '../assert-may-now.ts'
import { reportAtHand } from './report-at-hand.ts'

/** `closed`: only for whom it names; otherwise open to the desk. */
export interface Closing {
  readonly reportId: string
  readonly closed: boolean
  readonly by: Actor
  readonly at: Date
}

/**
 * Closes a report to the people named on it, whoever closes it among them, or opens it to the desk again. Whom it names stays
 * written down, and its evidence pages are closed with it. Nothing happens where it is so already.
 * @throws NotFound no such report, or it is closed to them · NotAllowed for this role, or the sample
 */
export function closeReport(db: Database, { reportId, closed, by, at }: Closing): Promise<void> {
  return inTransaction(db, async (tx) => {
    const report = await reportAtHand(tx, reportId)
    await assertMayOnReport(tx, by, 'name people', report)
    if (report.closed === closed) return
    if (closed) await nameWhoCloses(tx, reportId, by, at)
    await tx.report.update({ where: { id: reportId }, data: { closed }, select: { id: true } })
    const event = { actor: by.id, at }
    const head = await takeChain(tx, reportId)
    if (!closed) return appendEvent(tx, head, { kind: 'report.opened', ...event, payload: {} })
    await closeEvidencePages(tx, head, event)
    const members = await namesOf(tx, reportId)
    await appendEvent(tx, head, { kind: 'report.closed', ...event, payload: { members } })
  })
}

/** What is closed to the desk is not open to everybody else: its evidence pages stay closed until somebody opens them again. */
async function closeEvidencePages(
  tx: Transaction,
  head: ChainHead,
  event: { readonly actor: string; readonly at: Date },
): Promise<void> {
  const open = await tx.publication.findMany({
    where: { reportId: head.id, publicPage: true },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  for (const { id, number } of open) {
    await tx.publication.update({ where: { id }, data: { publicPage: false }, select: { id: true } })
    const payload = { publicationId: id, publication: number }
    await appendEvent(tx, head, { kind: 'evidence-page.closed', ...event, payload })
  }
}

async function nameWhoCloses(tx: Transaction, reportId: string, { id }: Actor, at: Date): Promise<void> {
  const member = { reportId, accountId: id }
  await tx.reportMember.upsert({
    where: { reportId_accountId: member },
    create: { ...member, addedAt: at },
    update: {},
  })
}

async function namesOf(tx: Transaction, reportId: string): Promise<string[]> {
  const rows = await tx.reportMember.findMany({
    where: { reportId },
    select: { account: { select: { name: true } } },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
  })
  return rows.map(({ account }) => account.name)
}
