import type { Transaction } from '../../db/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { Destructible, Ground } from '../../history/destruction.ts'
import { mayGoFrom, storedRetention, type RetentionStart } from '../retention.ts'

/** A report as forgetting asks for it. */
export interface ForgettingReport {
  readonly id: string
  readonly closed: boolean
  readonly sample: boolean
  readonly legalHold: boolean
  readonly retention: string | null
  readonly currentDraftId: string | null
}

/** @throws NotFound */
export async function forgettingReport(tx: Transaction, id: string): Promise<ForgettingReport> {
  const report = await tx.report.findUnique({
    where: { id },
    select: { id: true, closed: true, sample: true, legalHold: true, retention: true, currentDraftId: true },
  })
  if (report === null) throw new NotFound('There is no such report.')
  return report
}

/** When the days of a report's retention rules begin. */
export async function retentionStart(
  tx: Pick<Transaction, 'publication' | 'draft'>,
  reportId: string,
): Promise<RetentionStart> {
  const newest = { orderBy: { publishedAt: 'desc' }, select: { publishedAt: true } } as const
  const publication = await tx.publication.findFirst({ where: { reportId, withdrawnAt: null }, ...newest })
  const draft = await tx.draft.findFirst({
    where: { reportId },
    orderBy: { number: 'desc' },
    select: { importedAt: true },
  })
  return { published: publication?.publishedAt ?? null, lastDraft: draft?.importedAt ?? null }
}

/**
 * Asked when somebody wants a text destroyed, and again at the moment it is: never under legal hold; under a retention rule only
 * when one applies by then.
 * @throws Conflict
 */
export async function assertForgettable(
  tx: Transaction,
  report: ForgettingReport,
  { what, ground, at }: { readonly what: Destructible; readonly ground: Ground; readonly at: Date },
): Promise<void> {
  const holds = await tx.legalHold.count({ where: { reportId: report.id, liftedAt: null } })
  if (report.legalHold || holds > 0)
    throw new Conflict(
      'This report is under legal hold: nothing of it may be destroyed until a lawyer of the desk lifts it. Nothing was changed.',
    )
  if (ground === 'court order') return
  const from = mayGoFrom(storedRetention(report.retention), what, await retentionStart(tx, report.id))
  if (from === null)
    throw new Conflict(
      `No retention rule of this report lets a ${what} be destroyed now: set one, or name a court’s order. Nothing was changed.`,
    )
  if (from > at)
    throw new Conflict(
      `The retention rule keeps this until ${from.toISOString().slice(0, 10)}. Nothing was changed.`,
    )
}
