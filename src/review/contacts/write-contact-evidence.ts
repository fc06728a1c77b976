import type { Actor } from '../../accounts/account.ts'
import type { Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { type ContactAnswer, judgementByAnswer } from '../contact.ts'

/** What a contact says of a claim, as evidence is written. */
interface ContactEvidence {
  readonly claimId: string
  readonly contactId: string
  readonly answer: ContactAnswer
  /** Id of the evidence that the contact left before, whoever noted it. */
  readonly supersedes: string | null
  readonly judgedBy: Pick<Actor, 'id'>
  readonly at: Date
}

/**
 * Writes what a contact says of a claim as evidence on it. The words stay with the contact, and its event tells no more than the
 * contact's terms allow, so that evidence gives away neither.
 * @returns the evidence's id
 */
export async function writeContactEvidence(
  tx: Transaction,
  { claimId, contactId, answer, supersedes, judgedBy, at }: ContactEvidence,
): Promise<string> {
  const id = newId()
  const row = { id, claimId, contactId, judgement: judgementByAnswer[answer], supersedesId: supersedes }
  await insertRows(tx, 'Evidence', [{ ...row, judgedById: judgedBy.id, at }])
  return id
}
