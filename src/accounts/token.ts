import { newSecret } from './secret.ts'

/** A token as its owner's page lists it: never the token itself, which nobody knows any more. */
export interface Token {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** A token that was just added. `token`: what programs send, shown this once. */
export interface NewToken {
  readonly id: string
  readonly token: string
}

/** The prefix lets scanners of leaked secrets know one of ours when they see it. */
export const newTokenText = (): string => `stet_${newSecret()}`
