import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Problem } from './new-account.ts'
import { newSecret } from './secret.ts'

/** Argon2id as OWASP's Password Storage Cheat Sheet sets it: 19 MiB, two passes, one lane. `algorithm` 2 is Argon2id. */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 1_000

/** Compared with when there is no such account, so that the answer takes as long. */
const NOBODYS = hash(newSecret(), SETTINGS)

/** The PHC string of a password. Passwords are compared in NFKC, so that every keyboard types the same one. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), SETTINGS)

/** Whether this is the password; takes as long for an account that has none (null). */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const same = await verify(
    passwordHash ?? (await NOBODYS),
    password.slice(0, LONGEST_PASSWORD).normalize('NFKC'),
  )
  return same && passwordHash !== null
}

/** Length is all that is asked of a password (NIST SP 800-63B). */
export function passwordProblem(password: string, field = 'password'): Problem[] {
  if (password.length < SHORTEST_PASSWORD)
    return [{ field, text: `Choose a password of at least ${SHORTEST_PASSWORD} characters.` }]
  if (password.length > LONGEST_PASSWORD)
    return [{ field, text: `Choose a password of at most ${LONGEST_PASSWORD} characters.` }]
  return []
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password to hand over: four groups of five letters that are hard to misread (99 bits). */
export function newPassword(): string {
  const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length))
  const group = (): string => Array.from({ length: 5 }, letter).join('')
  return Array.from({ length: 4 }, group).join('-')
}
