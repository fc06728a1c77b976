import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import type { Prisma } from '../../db/generated/sqlite/client.ts'
import { NotFound } from '../../errors.ts'
import { shownWords, STORED_WORDS } from '../../history/destruction.ts'
import { reportAsked } from '../../review/report-asked.ts'
import { isOverdue } from './complaint.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** A complaint as those see it who may. Texts: their words, or what stands where they were destroyed. */
export interface ComplaintView {
  readonly id: string
  readonly number: number
  readonly reportId: string
  readonly publication: { readonly id: string; readonly number: number }
  readonly from: string | null
  readonly words: string | null
  readonly way: string
  readonly receivedAt: Date
  readonly replyDue: Date | null
  readonly state: string
  readonly overdue: boolean
  readonly reply: string | null
  readonly enteredBy: Person
  readonly enteredAt: Date
  readonly decidedBy: Person | null
  readonly decidedAt: Date | null
  readonly claims: readonly { readonly id: string; readonly number: number }[]
  /** Numbers of the corrections that it led to. */
  readonly corrections: readonly number[]
}

/**
 * The complaints about a report: those that are open first, by when the reply is due, then the others, newest first.
 * @throws NotFound · NotAllowed for this role
 */
export async function listComplaints(
  db: Database,
  { reader, reportId, now }: { readonly reader: Actor; readonly reportId: string; readonly now: Date },
): Promise<readonly ComplaintView[]> {
  await assertMayOnReport(db, reader, 'see complaints', await reportAsked(db, reportId))
  const rows = await db.complaint.findMany({ where: { reportId }, include: WHOLE })
  const views = rows.map((row) => viewOf(row, now)).toSorted((a, b) => b.number - a.number)
  const open = views.filter(({ state }) => state === 'open').toSorted(byDue)
  return [...open, ...views.filter(({ state }) => state !== 'open')]
}

/** Those without a day come last; else the one that came first. */
function byDue(a: ComplaintView, b: ComplaintView): number {
  const [first, second] = [a.replyDue?.getTime() ?? LATEST, b.replyDue?.getTime() ?? LATEST]
  return first - second || a.number - b.number
}

const LATEST = Number.MAX_SAFE_INTEGER

/** @throws NotFound · NotAllowed for this role */
export async function showComplaint(
  db: Database,
  { reader, id, now }: { readonly reader: Actor; readonly id: string; readonly now: Date },
): Promise<ComplaintView> {
  const row = await db.complaint.findUnique({ where: { id }, include: WHOLE })
  if (row === null) throw new NotFound('There is no such complaint.')
  await assertMayOnReport(db, reader, 'see complaints', await reportAsked(db, row.reportId))
  return viewOf(row, now)
}

const PERSON = { select: { id: true, name: true } } as const
const WORDS = { select: STORED_WORDS } as const
const WHOLE = {
  ...{ from: WORDS, words: WORDS, decision: WORDS, enteredBy: PERSON, decidedBy: PERSON },
  publication: { select: { id: true, number: true } },
  claims: { select: { claim: { select: { id: true, number: true } } } },
  corrections: { select: { number: true }, orderBy: { number: 'asc' } },
} as const

type Row = Prisma.ComplaintGetPayload<{ include: typeof WHOLE }>

const viewOf = (row: Row, now: Date): ComplaintView => ({
  ...{ id: row.id, number: row.number, reportId: row.reportId, publication: row.publication },
  ...{ from: shownWords(row.from), words: shownWords(row.words), way: row.way },
  ...{ receivedAt: row.receivedAt, replyDue: row.replyDue, state: row.state },
  overdue: isOverdue(row, now),
  reply: shownWords(row.decision),
  ...{ enteredBy: row.enteredBy, enteredAt: row.enteredAt },
  ...{ decidedBy: row.decidedBy, decidedAt: row.decidedAt },
  claims: row.claims.map(({ claim }) => claim).toSorted((a, b) => a.number - b.number),
  corrections: row.corrections.map(({ number }) => number),
})
