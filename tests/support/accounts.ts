import type { Account, Role } from '../../src/accounts/account.ts'
import { addAccount } from '../../src/accounts/add-account.ts'
import type { Database } from '../../src/db/database.ts'

export const NOON = new Date('2026-03-02T12:00:00.000Z')

/** An account with this role, without a password unless one is given; its name is its role. */
export function accountWithRole(
  db: Database,
  role: Role,
  given: { name?: string; email?: string; legal?: boolean; passwordHash?: string; at?: Date } = {},
): Promise<Account> {
  return addAccount(db, {
    email: given.email ?? `${role}@desk.example`,
    name: given.name ?? `The ${role}`,
    role,
    legal: given.legal ?? false,
    passwordHash: given.passwordHash ?? null,
    by: null,
    at: given.at ?? NOON,
  })
}
