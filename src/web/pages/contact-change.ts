import { contactTerms, waysOfContact } from '../../review/contact.ts'
import { contactFields, type ContactField, type ContactFields } from '../../review/contacts/contact-change.ts'
import type { ContactChangeView, ContactView } from '../../review/contacts/show-contact.ts'
import type { TypedChange } from '../forms/contact-change-form.ts'
import { said, wayWords } from './contact-words.ts'
import type { Choice } from './ruling-forms.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** The form that changes a contact, as it stands or as it was typed. */
export interface ChangeForm extends TypedChange {
  readonly ways: readonly Choice[]
  readonly allTerms: readonly Choice[]
  readonly seen: number
  /** It was refused. */
  readonly open: boolean
}

export function changeForm(contact: ContactView, typed: TypedChange | null): ChangeForm {
  const given = typed ?? {
    person: contact.named ? contact.person : '',
    how: contact.how,
    terms: contact.terms,
    deadline: contact.deadline === null ? '' : fieldDate(contact.deadline),
    rightOfReply: contact.rightOfReply,
    reason: '',
  }
  const choices = <T extends string>(values: readonly T[], words: (value: T) => string, chosen: string) =>
    values.map((value) => ({ value, words: words(value), chosen: value === chosen }))
  return {
    ...given,
    ways: choices(waysOfContact, (way) => wayWords[way], given.how),
    allTerms: choices(contactTerms, (terms) => terms, given.terms),
    seen: contact.seenChanges,
    open: typed !== null,
  }
}

/** An instant as `datetime-local` takes it; seconds where there are some. */
const fieldDate = (at: Date): string => at.toISOString().slice(0, at.getUTCSeconds() === 0 ? 16 : 19)

/** One change: "terms: background → on the record". */
export interface ChangeLine {
  readonly parts: readonly { readonly field: string; readonly was: string; readonly is: string }[]
  readonly reason: string | null
  readonly by: string
  readonly at: TimeWords
}

export const changeLine = ({ was, is, reason, changedBy, at }: ContactChangeView): ChangeLine => ({
  parts: contactFields
    .filter((field) => field in is)
    .map((field) => ({ field: FIELDS[field], was: valueIn(was, field), is: valueIn(is, field) })),
  reason,
  by: changedBy,
  at: timeWords(at),
})

const FIELDS: Readonly<Record<ContactField, string>> = {
  person: 'Whom',
  how: 'How',
  terms: 'Terms',
  rightOfReply: 'Right of reply',
  deadline: 'Until',
}

function valueIn(fields: Partial<ContactFields>, field: ContactField): string {
  const value = fields[field]
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value == null) return 'no deadline'
  if (field === 'deadline') return timeWords(new Date(value)).words
  return field === 'how' ? said(wayWords, value) : value
}
