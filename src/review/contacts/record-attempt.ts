import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { contactWords, type WayOfContact } from '../contact.ts'
import { contactAtWork } from './contact-at-work.ts'
import { sealWords } from './seal-words.ts'

export interface NewAttempt {
  readonly contactId: string
  /** As planned, where it is left out. */
  readonly how?: WayOfContact | undefined
  readonly reached: boolean
  readonly words?: string | undefined
  readonly madeBy: Actor
  readonly at: Date
}

/**
 * Notes one try to reach a person. Never updated.
 * @throws NotFound no such contact · NotAllowed for this role, or it is kept from them · Invalid too many words
 */
export function recordAttempt(db: Database, input: NewAttempt): Promise<{ readonly id: string }> {
  const given = contactWords(input.words)
  return inTransaction(db, async (tx) => {
    const contact = await contactAtWork(tx, input.madeBy, input.contactId)
    const words = await sealWords(tx, given)
    const attempt = {
      id: newId(),
      contactId: contact.id,
      how: input.how ?? contact.how,
      reached: input.reached,
      wordsId: words?.id ?? null,
      madeById: input.madeBy.id,
      at: input.at,
    }
    await insertRows(tx, 'ContactAttempt', [attempt])
    await appendEvent(tx, await takeChain(tx, contact.reportId), {
      kind: 'contact.attempted',
      actor: input.madeBy.id,
      at: input.at,
      payload: {
        contactId: contact.id,
        attemptId: attempt.id,
        how: attempt.how,
        reached: attempt.reached,
        wordsHash: words?.hash ?? null,
      },
    })
    return { id: attempt.id }
  })
}
