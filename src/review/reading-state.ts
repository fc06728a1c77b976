import type { Database, Transaction } from '../db/database.ts'

/** How far a draft's reading has been looked through. */
export interface ReadingState {
  /** How many corrections and withdrawals lie over the reading; 0 is the reading as it came. */
  readonly revision: number
  /** The newest confirmation, null while there is none. */
  readonly confirmation: Confirmation | null
  /** Whether it confirms the reading as it stands: a correction after it asks for another. */
  readonly confirmed: boolean
}

export interface Confirmation {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly revision: number
}

export async function readingState(db: Database | Transaction, draftId: string): Promise<ReadingState> {
  const newest = await db.readingCorrection.aggregate({ where: { draftId }, _max: { number: true } })
  const revision = newest._max.number ?? 0
  const row = await db.readingConfirmation.findFirst({
    where: { draftId },
    orderBy: { revision: 'desc' },
    select: { revision: true, at: true, confirmedBy: { select: { id: true, name: true } } },
  })
  return {
    revision,
    confirmation: row === null ? null : { by: row.confirmedBy, at: row.at, revision: row.revision },
    confirmed: row?.revision === revision,
  }
}
