import type { Database, Transaction } from '../../db/database.ts'
import { standingRows } from '../../db/standing-rows.ts'
import { standingsIn, STANDINGS } from '../../history/standing.ts'
import type { SignOffRole } from '../../review/sign-off-role.ts'
import type { StandingSignOff } from './sign-off.ts'

/** The sign-offs of a draft that nobody took back, oldest first. */
export async function loadSignOffs(
  db: Database | Transaction,
  { id, reportId }: { readonly id: string; readonly reportId: string },
): Promise<StandingSignOff[]> {
  const rows = await db.signOff.findMany({
    where: { draftId: id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { signedBy: { select: { name: true } } },
  })
  const standing = standingRows(rows)
  if (standing.length === 0) return []
  const changes = await changedSince(db, reportId, Math.min(...standing.map(({ seq }) => seq)))
  return standing.map(({ id: signOffId, role, seq, signedById, signedBy, at }) => ({
    id: signOffId,
    role: role as SignOffRole,
    byId: signedById,
    by: signedBy.name,
    at,
    changed: new Set(changes.filter((change) => change.seq > seq).map(({ claimId }) => claimId)).size,
  }))
}

/** The claims that events after the `seq`-th one say a new standing of. */
async function changedSince(
  db: Database | Transaction,
  reportId: string,
  seq: number,
): Promise<{ readonly seq: number; readonly claimId: string }[]> {
  const events = await db.event.findMany({
    where: { chain: reportId, seq: { gt: seq }, payload: { body: { contains: `"${STANDINGS}":` } } },
    select: { seq: true, payload: { select: { body: true } } },
  })
  return events.flatMap(({ seq: at, payload }) =>
    standingsIn(JSON.parse(payload.body ?? '{}') as Record<string, unknown>).map(({ claimId }) => ({
      seq: at,
      claimId,
    })),
  )
}
