import { contactTerms } from '../contact.ts'

/** What of a contact can be changed, as a change keeps it. `deadline`: ISO 8601, UTC. */
export interface ContactFields {
  readonly person: string
  readonly how: string
  readonly terms: string
  readonly rightOfReply: boolean
  readonly deadline: string | null
}

export type ContactField = keyof ContactFields

export const contactFields: readonly ContactField[] = ['person', 'how', 'terms', 'rightOfReply', 'deadline']

/** The fields of a row. */
export const fieldsOfContact = (
  row: Omit<ContactFields, 'deadline'> & { readonly deadline: Date | null },
): ContactFields => ({
  person: row.person,
  how: row.how,
  terms: row.terms,
  rightOfReply: row.rightOfReply,
  deadline: row.deadline?.toISOString() ?? null,
})

/** Which fields differ. A deadline does from the second on: forms know no less. */
export const changedFields = (was: ContactFields, is: ContactFields): ContactField[] =>
  contactFields.filter((field) =>
    field === 'deadline' ? toSecond(was.deadline) !== toSecond(is.deadline) : was[field] !== is[field],
  )

const toSecond = (deadline: string | null): string | null => deadline?.slice(0, 19) ?? null

/** Whether more may be told on the new terms than on the old ones. */
export const loosens = (was: string, is: string): boolean => freedom(is) < freedom(was)

const freedom = (terms: string): number => (contactTerms as readonly string[]).indexOf(terms)
