import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { completeContact, type ContactTerms, contactWords, type WayOfContact } from '../contact.ts'
import { type ContactAtWork, contactAtWork } from './contact-at-work.ts'
import {
  changedFields,
  type ContactField,
  type ContactFields,
  fieldsOfContact,
  loosens,
} from './contact-change.ts'
import { sealWords } from './seal-words.ts'

/** What is left out stays as it is. */
export interface NewContactChange {
  readonly contactId: string
  readonly person?: string | undefined
  readonly how?: WayOfContact | undefined
  readonly terms?: ContactTerms | undefined
  readonly rightOfReply?: boolean | undefined
  /** Null: none any more. */
  readonly deadline?: Date | null | undefined
  /** Why. Needed where terms are loosened on which somebody has answered. */
  readonly reason?: string | undefined
  /** How many changes whoever changes it has seen. */
  readonly seenChanges: number
  readonly changedBy: Actor
  readonly at: Date
}

export const SAY_WHY =
  'They have answered on the present terms: say why more may be told now, and who agreed to it.'

/**
 * Changes who is asked, how, on what terms, by when, and whether it is a right of reply. What it was stays beside what it is.
 * @throws NotFound no such contact · NotAllowed for this role, or kept from them · Conflict it changed since · Invalid nothing
 *   changes, nobody named, a right of reply without a deadline, terms loosened after an answer without a reason
 */
export function changeContact(
  db: Database,
  input: NewContactChange,
): Promise<{ readonly id: string; readonly changed: readonly ContactField[] }> {
  const given = contactWords(input.reason)
  return inTransaction(db, async (tx) => {
    const contact = await contactAtWork(tx, input.changedBy, input.contactId)
    if ((await tx.contactChange.count({ where: { contactId: contact.id } })) !== input.seenChanges)
      throw new Conflict('Somebody changed this contact meanwhile: look again. Nothing was changed.')
    const was = fieldsOfContact(contact)
    const is = fieldsWith(contact, input)
    const changed = changedFields(was, is)
    if (changed.length === 0) throw new Invalid('Nothing is changed yet.')
    const answered = await hasAnswered(tx, contact)
    const loosened = loosens(was.terms, is.terms)
    if (loosened && answered && given === undefined) throw new Invalid(SAY_WHY)
    const reason = await sealWords(tx, given)
    const id = newId()
    const { deadline, ...rest } = is
    await tx.contact.update({
      where: { id: contact.id },
      data: { ...rest, ...(changed.includes('deadline') ? { deadline } : {}) },
      select: { id: true },
    })
    await insertRows(tx, 'ContactChange', [
      {
        id,
        contactId: contact.id,
        was: JSON.stringify(only(was, changed)),
        became: JSON.stringify(only(is, changed)),
        reasonId: reason?.id ?? null,
        changedById: input.changedBy.id,
        at: input.at,
      },
    ])
    const told = changed.filter((field) => field !== 'person')
    await appendEvent(tx, await takeChain(tx, contact.reportId), {
      kind: 'contact.changed',
      actor: input.changedBy.id,
      at: input.at,
      payload: {
        contactId: contact.id,
        changeId: id,
        changed,
        was: only(was, told),
        is: only(is, told),
        loosened: loosened && answered,
        reasonHash: reason?.hash ?? null,
      },
    })
    return { id, changed }
  })
}

/** The contact as it is to be. */
function fieldsWith(contact: ContactAtWork, input: NewContactChange): ContactFields {
  const deadline = input.deadline === undefined ? contact.deadline : input.deadline
  const { person } = completeContact({
    person: input.person ?? contact.person,
    how: input.how ?? 'other',
    terms: input.terms ?? 'on the record',
    deadline: deadline ?? undefined,
    rightOfReply: input.rightOfReply ?? contact.rightOfReply,
  })
  return fieldsOfContact({
    person,
    how: input.how ?? contact.how,
    terms: input.terms ?? contact.terms,
    rightOfReply: input.rightOfReply ?? contact.rightOfReply,
    deadline,
  })
}

/** Whether they said anything: silence is no answer. */
async function hasAnswered(tx: Transaction, { id, answer }: ContactAtWork): Promise<boolean> {
  if (answer !== null && answer !== 'none') return true
  return (await tx.contactClaim.count({ where: { contactId: id, answer: { not: 'none' } } })) > 0
}

const only = (fields: ContactFields, names: readonly ContactField[]): Partial<ContactFields> =>
  Object.fromEntries(names.map((name) => [name, fields[name]]))
