import type { ContactTerms, WayOfContact } from '../../review/contact.ts'
import { readContactForm, typedContact, type TypedContact } from './contact-form.ts'
import { fieldOf, type FormResult } from './problems.ts'

/** What somebody put into the form that changes a contact. */
export interface TypedChange extends Pick<
  TypedContact,
  'person' | 'how' | 'terms' | 'deadline' | 'rightOfReply'
> {
  readonly reason: string
}

export interface ContactChangeForm {
  readonly person: string
  readonly how: WayOfContact
  readonly terms: ContactTerms
  readonly rightOfReply: boolean
  readonly deadline: Date | null
  readonly reason: string
  readonly seenChanges: number
}

/** Reads a posted change of a contact. Its fields are named apart from those of the page's other forms: `#change-person`. */
export function readContactChangeForm(body: unknown): FormResult<ContactChangeForm, TypedChange> {
  const reason = fieldOf(body, 'reason')
  const typed = { ...typedContact(body), reason }
  const form = readContactForm(body)
  if (!form.ok)
    return {
      ok: false,
      typed,
      problems: form.problems.map(({ text, href }) => ({ text, href: href.replace('#', '#change-') })),
    }
  const { person, how, terms, rightOfReply = false, deadline = null } = form.value
  const seen = fieldOf(body, 'seen')
  const seenChanges = /^\d{1,6}$/.test(seen) ? Number(seen) : -1
  return { ok: true, typed, value: { person, how, terms, rightOfReply, deadline, reason, seenChanges } }
}
