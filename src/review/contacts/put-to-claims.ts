import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { MOST_CLAIMS_PUT } from '../contact.ts'
import { type ClaimToPut, claimsToPut } from './claims-to-put.ts'
import { contactAtWork } from './contact-at-work.ts'

export interface ClaimsPut {
  readonly contactId: string
  /** Numbers of claims. */
  readonly add: readonly number[]
  readonly remove: readonly number[]
  readonly changedBy: Actor
  readonly at: Date
}

/** What is put to the person now, and what changed: numbers of claims. */
export interface PutChanged {
  readonly added: readonly number[]
  readonly removed: readonly number[]
}

/**
 * Puts more claims to a person, or takes some back that they have not answered. What is put already stays as it is.
 * @throws NotFound no such contact · NotAllowed for this role, or kept from them · Invalid claims that do not stand, or nothing to change · Conflict one that they answered already
 */
export function putToClaims(db: Database, input: ClaimsPut): Promise<PutChanged> {
  return inTransaction(db, async (tx) => {
    const contact = await contactAtWork(tx, input.changedBy, input.contactId)
    const put = await tx.contactClaim.findMany({ where: { contactId: contact.id }, include: CLAIM })
    const removed = toRemove(put, input.remove)
    const there = new Set(put.map(({ claim }) => claim.number))
    const fresh = input.add.filter((number) => !there.has(number))
    const added = await claimsToPut(tx, { id: contact.reportId, draftId: contact.draftId }, fresh)
    if (put.length - removed.length + added.length > MOST_CLAIMS_PUT)
      throw new Invalid(`Put at most ${MOST_CLAIMS_PUT} claims to one person: make another contact.`)
    if (added.length + removed.length === 0) throw new Invalid(nothingToDo(input))
    await write(tx, contact.id, { added, removed, from: Math.max(-1, ...put.map(({ index }) => index)) + 1 })
    const changed = { added: numbersOf(added), removed: numbersOf(removed) }
    await appendEvent(tx, await takeChain(tx, contact.reportId), {
      kind: 'contact.claims-changed',
      actor: input.changedBy.id,
      at: input.at,
      payload: { contactId: contact.id, ...changed },
    })
    return changed
  })
}

const CLAIM = { claim: { select: { number: true } } } as const
const numbersOf = (claims: readonly ClaimToPut[]) => claims.map(({ number }) => number)
const nothingToDo = ({ add }: ClaimsPut): string =>
  add.length === 0
    ? 'Name the claims to put, by their numbers.'
    : 'All of these claims are put to them already.'

interface PutRow {
  readonly claimId: string
  readonly answer: string | null
  readonly claim: { readonly number: number }
}

function toRemove(put: readonly PutRow[], numbers: readonly number[]): ClaimToPut[] {
  const wanted = new Set(numbers)
  const rows = put.filter(({ claim }) => wanted.has(claim.number))
  const answered = rows.find(({ answer }) => answer !== null)
  if (answered !== undefined)
    throw new Conflict(
      `Claim ${answered.claim.number} was answered already, so it stays with this contact. Nothing was changed.`,
    )
  return rows.map(({ claimId, claim }) => ({ claimId, number: claim.number }))
}

async function write(
  tx: Transaction,
  contactId: string,
  { added, removed, from }: { added: readonly ClaimToPut[]; removed: readonly ClaimToPut[]; from: number },
): Promise<void> {
  await tx.contactClaim.deleteMany({
    where: { contactId, claimId: { in: removed.map(({ claimId }) => claimId) } },
  })
  await insertRows(
    tx,
    'ContactClaim',
    added.map(({ claimId }, offset) => ({ contactId, claimId, index: from + offset })),
  )
}
