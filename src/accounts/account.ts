/** Roles from the least to the most: each may do what those before it may. */
export const roles = ['reader', 'reviewer', 'editor', 'admin'] as const

export type Role = (typeof roles)[number]

/** Who does something. `legal` stands beside the role: a lawyer of the desk. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly legal: boolean
}

/** An account as the pages show it: never with its password's hash. `suspendedAt`: null while it may be used. */
export interface Account extends Actor {
  readonly email: string
  readonly sample: boolean
  readonly suspendedAt: Date | null
  readonly createdAt: Date
}

/** The columns of an account that leave the database, for `select`. */
export const accountColumns = {
  id: true,
  email: true,
  name: true,
  role: true,
  legal: true,
  sample: true,
  suspendedAt: true,
  createdAt: true,
} as const

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

/** Whether `role` may do what `least` may. */
export const hasRole = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least)

/**
 * A row of the database as an account.
 * @throws when its role is none of ours: the row was not written by this program
 */
export function asAccount<Row extends { readonly role: string }>(
  row: Row,
): Omit<Row, 'role'> & { role: Role } {
  if (!isRole(row.role)) throw new Error(`Unknown role in the database: ${row.role}`)
  return { ...row, role: row.role }
}

/** A role in words: "editor", or "editor, legal" for a lawyer of the desk. */
export const roleInWords = ({ role, legal }: Pick<Actor, 'role' | 'legal'>): string =>
  legal ? `${role}, legal` : role
