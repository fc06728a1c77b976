import { randomBytes } from 'node:crypto'
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

/** SHA-256(salt ‖ body): salt as its 16 bytes, body as UTF-8. */
export const sealHash = (salt: string, body: string): string => sha256(Buffer.from(salt, 'hex'), body)
