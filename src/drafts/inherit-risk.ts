import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import { storedPolicy } from '../review/report-policy.ts'
import { needsSecond } from '../review/second-check.ts'

/** Gives a claim a risk that follows from an edit, and a group where one is named; the policy may ask for a second person then. */
export async function inheritRisk(
  tx: Transaction,
  claimId: string,
  { risk, groupName }: { readonly risk: string; readonly groupName?: string | null },
): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { reportId: true, number: true, report: { select: { policy: true } } },
  })
  const second = needsSecond(storedPolicy(claim.report.policy), { ...claim, risk })
  claimsChanged(tx, [claimId])
  await tx.claim.update({
    where: { id: claimId },
    data: { risk, needsSecond: second, ...(groupName === undefined ? {} : { groupName }) },
    select: { id: true },
  })
}
