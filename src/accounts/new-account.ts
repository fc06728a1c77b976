import { Invalid } from '../errors.ts'
import { isRole, type Role } from './account.ts'

/** An account as somebody asks for it; checked by `checkNewAccount`. */
export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly legal: boolean
}

/** What is wrong with one field of a form, in one sentence that says what to do. */
export interface Problem {
  readonly field: string
  readonly text: string
}

const LONGEST_EMAIL = 254 // RFC 5321, 4.5.3.1.3
const LONGEST_NAME = 100

/** An e-mail address as it is stored and looked up: trimmed, lower case, NFC. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()

/** One @ with something on both sides and no spaces: more only the mail itself can tell. */
export const isEmail = (email: string): boolean =>
  email.length <= LONGEST_EMAIL && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)

export const emailProblem = (email: string): Problem[] =>
  isEmail(normaliseEmail(email))
    ? []
    : [{ field: 'email', text: 'Enter an e-mail address, like name@example.org.' }]

export function nameProblem(name: string): Problem[] {
  if (name.trim() === '') return [{ field: 'name', text: 'Enter the name that stands beside verdicts.' }]
  if (name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    return [{ field: 'name', text: `Enter a name of at most ${LONGEST_NAME} characters on one line.` }]
  return []
}

export const roleProblem = (role: unknown): Problem[] =>
  isRole(role) ? [] : [{ field: 'role', text: 'Choose a role: reader, reviewer, editor or admin.' }]

/**
 * The account with e-mail and name as they are stored.
 * @throws Invalid the first thing that is wrong with it
 */
export function checkNewAccount(account: NewAccount): NewAccount {
  const problems = [
    ...emailProblem(account.email),
    ...nameProblem(account.name),
    ...roleProblem(account.role),
  ]
  if (problems[0] !== undefined) throw new Invalid(problems[0].text)
  return { ...account, email: normaliseEmail(account.email), name: account.name.trim() }
}
