import type { Database } from '../../db/database.ts'
import type { OpenInvitation } from './invitation.ts'

/** The invitations that nobody has used or taken back, the newest of each account. */
export async function listInvitations(db: Database, now: Date): Promise<ReadonlyMap<string, OpenInvitation>> {
  const rows = await db.invitation.findMany({
    where: { usedAt: null, revokedAt: null },
    select: { accountId: true, expiresAt: true },
    orderBy: { expiresAt: 'asc' },
  })
  return new Map(rows.map((row) => [row.accountId, { ...row, expired: row.expiresAt <= now }]))
}
