import type { Database, Transaction } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { ReportAsked } from '../assert-may-now.ts'

/** @throws NotFound */
export async function reportAtHand(db: Database | Transaction, id: string): Promise<ReportAsked> {
  const report = await db.report.findUnique({
    where: { id },
    select: { id: true, closed: true, sample: true },
  })
  if (report === null) throw new NotFound('There is no such report.')
  return report
}
