import type { Actor } from '../accounts/account.ts'
import { asShown } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Ruled } from '../review/record-verdict.ts'
import { storedPolicy } from '../review/report-policy.ts'

/** What is told of a claim that somebody did something about; `id`: of what they did. */
export interface RuledAnswer {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly status: string
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: string | null
  readonly settled: boolean
  readonly checkers: number
}

/** Where a claim stands after somebody did something about it, as they are shown it: that they may read it the verb has asked. */
export async function ruledAnswer(
  db: Database,
  { settlement, ...ruled }: Ruled,
  reader: Actor,
): Promise<RuledAnswer> {
  const [report] = await db.$queryRaw<{ policy: string | null }[]>`
    SELECT "policy" FROM "Report" WHERE "id" = ${ruled.reportId}`
  const policy = storedPolicy(report?.policy ?? null)
  const hidden = await loadHidden(db, { id: ruled.reportId, policy }, reader.id)
  const { status, stale, differs, settled } = asShown({ ...settlement, id: ruled.claimId }, hidden)
  return {
    id: ruled.id,
    claimId: ruled.claimId,
    number: ruled.number,
    version: ruled.version,
    status,
    stale,
    differs,
    outcome: hidden.ruled.has(ruled.claimId) ? null : settlement.outcome,
    settled,
    checkers: settlement.checkers,
  }
}
