import { newSecret } from './secret.ts'

/** What a token may be used for; its account's role limits it beside. */
export const scopes = ['read', 'rule', 'edit', 'manage'] as const

export type Scope = (typeof scopes)[number]

/** What each scope lets a program do, for the page where they are chosen and for `openapi.json`. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  read: 'read what you may read',
  rule: 'rule, give evidence, comment, ask',
  edit: 'import, export, correct, change settings',
  manage: 'say who is in: accounts, and the people of closed reports',
}

export const isScope = (value: unknown): value is Scope => scopes.some((scope) => scope === value)

/** Scopes as they are stored: in order, divided by spaces. */
export const scopesAsText = (given: readonly Scope[]): string =>
  scopes.filter((scope) => given.includes(scope)).join(' ')

/** @throws when one is none of ours: the row was not written by this program */
export function scopesFromText(text: string): Scope[] {
  const given = text.split(' ')
  const unknown = given.find((scope) => !isScope(scope))
  if (unknown !== undefined) throw new Error(`Unknown scope of a token in the database: ${unknown}`)
  return given.filter(isScope)
}

/** A token as its owner's page lists it: never the token itself, which nobody knows any more. */
export interface Token {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
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
