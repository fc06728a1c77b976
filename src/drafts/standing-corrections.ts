import type { Transaction } from '../db/database.ts'
import type { Correction } from '../reading/corrections/correction.ts'

/** A correction that nobody took back. */
export interface StandingCorrection {
  readonly id: string
  /** From 1 within the draft. */
  readonly number: number
  readonly correction: Correction
}

/** The corrections that lie over a draft's reading, in the order in which they were made. */
export async function standingCorrections(tx: Transaction, draftId: string): Promise<StandingCorrection[]> {
  const rows = await tx.readingCorrection.findMany({
    where: { draftId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, payload: true, withdraws: true },
  })
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws))
  return rows
    .filter(({ id, withdraws }) => withdraws === null && !withdrawn.has(id))
    .map(({ id, number, payload }) => ({ id, number, correction: JSON.parse(payload) as Correction }))
}
