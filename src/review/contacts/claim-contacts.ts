import { shownWords, STORED_WORDS } from '../../history/destruction.ts'
import type { Actor } from '../../accounts/account.ts'
import { nothingHidden, type Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { sightColumns, sightFor } from './contact-at-work.ts'
import { personFor } from './list-contacts.ts'

/** What one person said of one claim, as far as whoever asks may see it. */
export interface ClaimContact {
  readonly id: string
  readonly person: string
  readonly named: boolean
  readonly terms: string
  readonly answered: boolean
  /** Null: not answered, or kept from whoever asks. */
  readonly answer: string | null
  readonly words: string | null
  readonly answeredAt: Date | null
  readonly deadline: Date | null
}

/**
 * To whom a claim was put, oldest first. Whoever calls has asked whether they may read the claim. `hidden`: what is kept from a
 * second checker until they have ruled.
 */
export async function claimContacts(
  db: Database,
  { actor, claimId, hidden = nothingHidden(actor.id) }: { actor: Actor; claimId: string; hidden?: Hidden },
): Promise<readonly ClaimContact[]> {
  const rows = await db.contactClaim.findMany({
    where: { claimId },
    orderBy: [{ contact: { at: 'asc' } }, { contactId: 'asc' }],
    select: {
      contactId: true,
      answer: true,
      answeredAt: true,
      answered: { select: STORED_WORDS },
      contact: { select: { ...sightColumns(actor), deadline: true } },
    },
  })
  return rows.map(({ contactId, answer, answered, answeredAt, contact }) => {
    const words =
      sightFor(actor, contact).words && (!hidden.ruled.has(claimId) || contact.madeById === actor.id)
    return {
      id: contactId,
      ...personFor(actor, contact),
      terms: contact.terms,
      answered: answer !== null,
      answer: words ? answer : null,
      words: words ? shownWords(answered) : null,
      answeredAt,
      deadline: contact.deadline,
    }
  })
}
