import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { readingState } from '../review/reading-state.ts'
import { draftAtWork } from './draft-at-work.ts'

export interface NewConfirmation {
  readonly draftId: string
  /** The revision (integer from 0) of the reading that was looked through. */
  readonly seenRevision: number
  readonly confirmedBy: Actor
  readonly at: Date
}

export interface Confirmed {
  readonly id: string
  readonly draftId: string
  readonly reportId: string
  readonly revision: number
}

/**
 * Somebody vouches by name that a draft was read right, corrections included.
 * @throws NotFound no such draft · NotAllowed for this role · Conflict an older draft, corrected since it was seen, or confirmed already
 */
export function confirmReading(db: Database, input: NewConfirmation): Promise<Confirmed> {
  return inTransaction(db, async (tx) => {
    const { draftId, seenRevision, confirmedBy, at } = input
    const draft = await draftAtWork(tx, { draftId, actor: confirmedBy, action: 'confirm reading' })
    const { revision, confirmed, confirmation } = await readingState(tx, draftId)
    if (revision !== seenRevision)
      throw new Conflict(
        'The reading was corrected since you saw it: look at it again, then confirm. Nothing was recorded.',
      )
    if (confirmed && confirmation !== null)
      throw new Conflict(`${confirmation.by.name} has confirmed this reading already.`)
    const row = { id: newId(), draftId, revision, confirmedById: confirmedBy.id, at }
    await insertRows(tx, 'ReadingConfirmation', [row])
    await appendEvent(tx, await takeChain(tx, draft.reportId), {
      kind: 'reading.confirmed',
      actor: confirmedBy.id,
      at,
      payload: { draft: draft.number, revision },
    })
    return { id: row.id, draftId, reportId: draft.reportId, revision }
  })
}
