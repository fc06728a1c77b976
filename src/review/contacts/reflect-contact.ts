import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Invalid } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { foldedForSearch } from '../../text/typography.ts'
import { type ContactAtWork, contactAtWork } from './contact-at-work.ts'

export interface NewReflection {
  readonly contactId: string
  /** Where the report tells the reply: a claim's number, or words of the report that stand in one claim. Neither: nowhere any more. */
  readonly claim?: number | undefined
  readonly words?: string | undefined
  readonly notedBy: Actor
  readonly at: Date
}

/**
 * Notes where a person's reply is reflected in the report. What is noted so already leaves no event.
 * @returns the claim's number, null for nowhere
 * @throws NotFound no such contact · NotAllowed for this role, or kept from them · Invalid no such claim, or words that stand in none or in several
 */
export function reflectContact(
  db: Database,
  input: NewReflection,
): Promise<{ readonly claim: number | null }> {
  return inTransaction(db, async (tx) => {
    const contact = await contactAtWork(tx, input.notedBy, input.contactId)
    const claim = await claimMeant(tx, contact, input)
    if ((claim?.id ?? null) === contact.reflectedId) return { claim: claim?.number ?? null }
    const was = contact.reflectedId === null ? null : await numberOf(tx, contact.reflectedId)
    await tx.contact.update({ where: { id: contact.id }, data: { reflectedId: claim?.id ?? null } })
    await appendEvent(tx, await takeChain(tx, contact.reportId), {
      kind: 'contact.reflected',
      actor: input.notedBy.id,
      at: input.at,
      payload: { contactId: contact.id, claimId: claim?.id ?? null, number: claim?.number ?? null, was },
    })
    return { claim: claim?.number ?? null }
  })
}

async function numberOf(tx: Transaction, id: string): Promise<number> {
  return (await tx.claim.findUniqueOrThrow({ where: { id }, select: { number: true } })).number
}

interface ClaimMeant {
  readonly id: string
  readonly number: number
}

/** Never a guess: words that stand in two claims are refused. */
async function claimMeant(
  tx: Transaction,
  { draftId }: ContactAtWork,
  { claim, words }: NewReflection,
): Promise<ClaimMeant | null> {
  const folded = foldedForSearch(words ?? '')
  if (claim === undefined && folded === '') return null
  const placed = await tx.placement.findMany({
    where: {
      draftId,
      start: { not: null },
      ...(claim === undefined ? { folded: { contains: folded } } : { claim: { number: claim } }),
    },
    orderBy: { start: 'asc' },
    take: 5,
    select: { claim: { select: { id: true, number: true } } },
  })
  const [first, ...others] = placed.map((placement) => placement.claim)
  if (first === undefined)
    throw new Invalid(
      claim === undefined
        ? 'These words stand in no claim of the present draft: copy them from the text.'
        : `The present draft has no claim ${claim}: look at its number again.`,
    )
  if (others.length > 0)
    throw new Invalid(
      `These words stand in claims ${[first, ...others].map(({ number }) => number).join(', ')}: say more of them, or give the number.`,
    )
  return first
}
