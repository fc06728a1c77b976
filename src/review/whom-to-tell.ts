import type { Transaction } from '../db/database.ts'

/** Ids of who has a verdict on a claim that was not taken back, on whatever wording. */
export async function checkersOf(tx: Transaction, claimId: string): Promise<string[]> {
  const rows = await tx.verdict.findMany({
    where: { claimId, withdraws: null, withdrawal: null },
    select: { checkerId: true },
    distinct: ['checkerId'],
  })
  return rows.map(({ checkerId }) => checkerId)
}

/** Ids of whom a claim is assigned to now. */
export async function assigneesOf(tx: Transaction, claimId: string): Promise<string[]> {
  const rows = await tx.assignment.findMany({
    where: { claimId, endedAt: null },
    select: { assigneeId: true },
    distinct: ['assigneeId'],
  })
  return rows.map(({ assigneeId }) => assigneeId)
}
