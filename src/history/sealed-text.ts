import { hash, randomBytes } from 'node:crypto'
import { newId } from '../db/new-id.ts'
import { sha256 } from './canonical.ts'

/** A text that two people may destroy: its salted hash outlives it. Salt: 16 random bytes, hex. */
export interface SealedText {
  readonly id: string
  readonly salt: string
  readonly hash: string
  readonly body: string
}

export function seal(body: string): SealedText {
  const salt = randomBytes(16).toString('hex')
  return { id: newId(), salt, hash: sealHash(salt, body), body }
}

/** Texts up to so many UTF-16 units are hashed in one go. */
const SHORT = 8_192

/** A salt and the longest short text, whose units take up to three bytes each. */
const scratch = Buffer.alloc(64 + 3 * SHORT)

/** SHA-256(salt ‖ body): salt as its bytes, body as UTF-8. */
export function sealHash(salt: string, body: string): string {
  if (body.length > SHORT || salt.length > 128) return sha256(Buffer.from(salt, 'hex'), body)
  const salted = scratch.write(salt, 'hex')
  return hash('sha256', scratch.subarray(0, salted + scratch.write(body, salted)), 'hex')
}
