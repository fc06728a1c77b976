import type { Database, Transaction } from '../db/database.ts'
import { NotAllowed } from '../errors.ts'
import { type Actor, asAccount } from './account.ts'

/** What somebody may rely on at this moment: their role, and whether a report names them. */
export interface Standing {
  readonly actor: Actor
  readonly member: boolean
}

interface StandingRow {
  readonly role: string
  readonly legal: boolean
  readonly suspendedAt: Date | null
  readonly member: number | bigint
}

/**
 * Who somebody is now, and not when their request began: read in the transaction that does what they ask, so that whoever
 * was suspended or lost a role a moment ago is refused. `reportId`: the report whose people are looked at.
 * @throws NotAllowed the account was suspended, or is gone
 */
export async function standingOf(
  db: Database | Transaction,
  { id, name }: Pick<Actor, 'id' | 'name'>,
  reportId = '',
): Promise<Standing> {
  const [row] = await db.$queryRaw<StandingRow[]>`
    SELECT a."role", a."legal", a."suspendedAt",
           (SELECT COUNT(*) FROM "ReportMember" m WHERE m."reportId" = ${reportId} AND m."accountId" = a."id") AS "member"
    FROM "Account" a WHERE a."id" = ${id}`
  if (row?.suspendedAt !== null)
    throw new NotAllowed('Your account was suspended meanwhile. Nothing was saved.')
  return {
    actor: asAccount({ id, name, role: row.role, legal: row.legal }),
    member: Number(row.member) > 0,
  }
}
