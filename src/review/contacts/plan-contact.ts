import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { NotFound } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { findSource } from '../../sources/find-source.ts'
import { completeContact, type Contacting } from '../contact.ts'
import { claimsToPut } from './claims-to-put.ts'
import { reportOfContacts } from './contact-at-work.ts'
import { sealWords } from './seal-words.ts'

export interface NewContact extends Contacting {
  readonly reportId: string
  /** The person as a source of the desk. */
  readonly sourceId?: string | undefined
  /** Numbers of the claims that are put to them. */
  readonly claims: readonly number[]
  readonly plannedBy: Actor
  readonly at: Date
}

export interface PlannedContact {
  readonly id: string
  readonly reportId: string
}

/**
 * Plans to put claims, or words, to a person. What they answer: `record-answers.ts`.
 * @throws NotFound no such report or source · NotAllowed for this role · Invalid nobody named, claims that do not stand, a right of reply without a deadline
 */
export function planContact(db: Database, input: NewContact): Promise<PlannedContact> {
  const given = completeContact(input)
  return inTransaction(db, async (tx) => {
    const report = await reportOfContacts(tx, input.plannedBy, input.reportId, 'ask people')
    const sourceId =
      input.sourceId === undefined ? null : await personAsSource(tx, input.plannedBy, input.sourceId)
    const claims = await claimsToPut(tx, report, input.claims)
    const put = await sealWords(tx, given.put)
    const contact = {
      id: newId(),
      reportId: report.id,
      sourceId,
      person: given.person,
      how: given.how,
      terms: given.terms,
      rightOfReply: given.rightOfReply === true,
      deadline: given.deadline ?? null,
      putId: put?.id ?? null,
      madeById: input.plannedBy.id,
      at: input.at,
    }
    await insertRows(tx, 'Contact', [contact])
    await insertRows(
      tx,
      'ContactClaim',
      claims.map(({ claimId }, index) => ({ contactId: contact.id, claimId, index })),
    )
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'contact.planned',
      actor: input.plannedBy.id,
      at: input.at,
      payload: {
        contactId: contact.id,
        how: contact.how,
        terms: contact.terms,
        rightOfReply: contact.rightOfReply,
        deadline: contact.deadline?.toISOString() ?? null,
        claims: claims.map(({ number }) => number),
        putHash: put?.hash ?? null,
      },
    })
    return { id: contact.id, reportId: report.id }
  })
}

/** A source that they may know of; a protected one is there only for those who know it. */
async function personAsSource(tx: Transaction, actor: Actor, id: string): Promise<string> {
  const { target } = await findSource(tx, actor, id)
  if (target.protected && !target.named) throw new NotFound('There is no such source.')
  return id
}
