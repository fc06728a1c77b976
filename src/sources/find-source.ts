import type { Actor } from '../accounts/account.ts'
import type { SourceTarget } from '../accounts/policy.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { Conflict, NotFound } from '../errors.ts'
import { seenSourceIds } from './seen-sources.ts'
import { sourceFamily } from './source-family.ts'

const ROW = {
  id: true,
  key: true,
  kind: true,
  title: true,
  url: true,
  reliability: true,
  protected: true,
  privateLocatorId: true,
  doNotFetch: true,
  originGroup: true,
  fallen: true,
  fallenAt: true,
  reviewAfter: true,
  mergedIntoId: true,
  onDesk: true,
  createdAt: true,
} as const

/** A source's row with what the policy has to know of it. */
export type FoundSource = Prisma.SourceGetPayload<{ select: typeof ROW }> & { readonly target: SourceTarget }

/**
 * A source that this person may know of, by itself or by one that was merged into it.
 * @throws NotFound there is none, or only closed reports of others lean on it: the answer is the same
 */
export async function findSource(
  db: Database | Transaction,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<FoundSource> {
  const row = await db.source.findUnique({
    where: { id },
    select: { ...ROW, readers: { where: { accountId: actor.id }, select: { accountId: true } } },
  })
  if (row === null || !(await isSeen(db, actor, id))) throw new NotFound('There is no such source.')
  const { readers, ...source } = row
  return { ...source, target: { protected: row.protected, named: readers.length > 0 } }
}

/** @throws Conflict it was merged into another, which counts in its place */
export function assertNotMerged(source: Pick<FoundSource, 'mergedIntoId'>): void {
  if (source.mergedIntoId !== null)
    throw new Conflict(
      'This source was merged into another: change that one, or undo the merge first. Nothing was changed.',
    )
}

async function isSeen(db: Database | Transaction, actor: Pick<Actor, 'id'>, id: string): Promise<boolean> {
  const family = await sourceFamily(db, id)
  const rows = await db.$queryRaw<unknown[]>(
    Prisma.sql`${seenSourceIds(actor, Prisma.sql`"sourceId" IN (${Prisma.join(family)})`)} LIMIT 1`,
  )
  return rows.length > 0
}
