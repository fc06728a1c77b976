import { Invalid } from '../../errors.ts'
import {
  completeContact,
  contactTerms,
  type Contacting,
  waysOfContact,
  type WayOfContact,
} from '../../review/contact.ts'
import { claimNumbersIn } from './claim-numbers.ts'
import { fieldOf, oneOf, type FormResult, type Problem } from './problems.ts'

/** What somebody put into the form of a contact. `source`: id of the person as a source, '' for none. */
export interface TypedContact {
  readonly person: string
  readonly source: string
  readonly how: string
  readonly terms: string
  readonly claims: string
  readonly put: string
  readonly deadline: string
  readonly rightOfReply: boolean
}

export interface ContactForm extends Contacting {
  readonly sourceId: string | undefined
  readonly claims: readonly number[]
}

/** The fields as they came, from a query or a posted form. */
export const typedContact = (fields: unknown): TypedContact => ({
  person: fieldOf(fields, 'person'),
  source: fieldOf(fields, 'source'),
  how: fieldOf(fields, 'how'),
  terms: fieldOf(fields, 'terms'),
  claims: fieldOf(fields, 'claims'),
  put: fieldOf(fields, 'put'),
  deadline: fieldOf(fields, 'deadline'),
  rightOfReply: fieldOf(fields, 'rightOfReply') !== '',
})

/** Reads a posted contact. Problems name the field that they are about. */
export function readContactForm(body: unknown): FormResult<ContactForm, TypedContact> {
  const typed = typedContact(body)
  const deadline = deadlineOf(typed.deadline)
  const problems: Problem[] = []
  const claims = orProblem(problems, '#claims', () => claimNumbersIn(typed.claims)) ?? []
  if (deadline === null)
    problems.push({ text: 'Give the deadline as a day and a time, in UTC.', href: '#deadline' })
  const given = {
    person: typed.person,
    how: wayOf(typed.how) ?? 'phone',
    terms: oneOf(contactTerms, typed.terms) ?? 'on the record',
    put: typed.put,
    deadline: deadline ?? undefined,
    rightOfReply: typed.rightOfReply && deadline !== null,
  }
  const complete = orProblem(problems, fieldAbout(given), () => completeContact(given))
  if (problems.length > 0 || complete === null) return { ok: false, typed, problems }
  return {
    ok: true,
    typed,
    value: { ...complete, claims, sourceId: typed.source === '' ? undefined : typed.source },
  }
}

export const wayOf = (given: string): WayOfContact | undefined => oneOf(waysOfContact, given)

/** What a step gives; where it refuses, a problem of this field is noted and it gives null. */
function orProblem<T>(problems: Problem[], href: string, step: () => T): T | null {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    problems.push({ text: error.message, href })
    return null
  }
}

/** Which field `completeContact` refuses first. */
function fieldAbout({ person, rightOfReply, deadline }: Contacting): string {
  if (person.trim() === '' || person.length > 200) return '#person'
  return rightOfReply === true && deadline === undefined ? '#deadline' : '#put'
}

/** A day and a time in UTC as `datetime-local` posts it; undefined for none, null where it is none. */
function deadlineOf(given: string): Date | undefined | null {
  if (given.trim() === '') return undefined
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(given)) return null
  const date = new Date(`${given}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
