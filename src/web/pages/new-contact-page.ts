import { contactTerms, waysOfContact } from '../../review/contact.ts'
import type { ContactRow } from '../../review/contacts/list-contacts.ts'
import type { CalledClaim } from '../../drafts/list-call-sheet.ts'
import type { TypedContact } from '../forms/contact-form.ts'
import type { Problem } from '../forms/problems.ts'
import { said, termsHints, wayWords } from './contact-words.ts'
import type { Choice } from './ruling-forms.ts'

export interface NewContactPage {
  readonly typed: TypedContact
  readonly ways: readonly Choice[]
  readonly terms: readonly (Choice & { readonly hint: string })[]
  /** The person as a source of the desk, null where it is none. */
  readonly source: { readonly id: string; readonly title: string } | null
  /** The claims that fit the person or the source, as they stand in the field to begin with. */
  readonly claims: readonly Pick<CalledClaim, 'number' | 'quote' | 'because'>[]
  /** Who is asked already and can be asked about the same claim; only where the page was opened from one. */
  readonly asked: readonly { readonly action: string; readonly person: string; readonly about: string }[]
  readonly problems: readonly Problem[]
}

/** The form for a contact. */
export function newContactPage(
  typed: TypedContact,
  more: Pick<NewContactPage, 'source' | 'claims' | 'problems'> & { readonly open: readonly ContactRow[] },
): NewContactPage {
  return {
    typed,
    ways: waysOfContact.map((value) => ({
      value,
      words: wayWords[value],
      chosen: value === (typed.how === '' ? 'phone' : typed.how),
    })),
    terms: contactTerms.map((value) => ({
      value,
      words: value,
      chosen: value === (typed.terms === '' ? 'on the record' : typed.terms),
      hint: termsHints[value],
    })),
    source: more.source,
    claims: more.claims,
    asked: more.open.map((contact) => ({
      action: `/contacts/${contact.id}/claims`,
      person: contact.person,
      about: `${said(wayWords, contact.how)}, ${contact.asked === 1 ? '1 claim' : `${contact.asked} claims`} so far`,
    })),
    problems: more.problems,
  }
}
