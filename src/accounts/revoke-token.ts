import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { NotFound } from '../errors.ts'
import type { Actor } from './account.ts'
import { appendDeskEvent } from './desk-event.ts'
import { scopesFromText, type Token } from './token.ts'

/** The tokens of an account that are in force, newest first. */
export async function listTokens(db: Database, accountId: string): Promise<Token[]> {
  const rows = await db.apiToken.findMany({
    where: { accountId, revokedAt: null },
    select: { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, scopes: scopesFromText(row.scopes) }))
}

/**
 * Revokes one's own token: no request with it is answered from now on.
 * @throws NotFound no such token of this account, or revoked already
 */
export function revokeToken(
  db: Database,
  { tokenId, account, at }: { tokenId: string; account: Actor; at: Date },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const where = { id: tokenId, accountId: account.id, revokedAt: null }
    const token = await tx.apiToken.findFirst({ where, select: { name: true } })
    if (token === null) throw new NotFound('There is no such token; it may have been revoked already.')
    await tx.apiToken.update({ where: { id: tokenId }, data: { revokedAt: at }, select: { id: true } })
    await appendDeskEvent(
      tx,
      'token.revoked',
      { by: account, at },
      {
        accountId: account.id,
        token: tokenId,
        name: token.name,
      },
    )
  })
}
