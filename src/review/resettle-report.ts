import { loadReportRulings } from '../claims/load-report-rulings.ts'
import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import type { ReportPolicy } from './report-policy.ts'
import { needsSecond } from './second-check.ts'
import { settlementOf } from './settlement.ts'

/** Ids in one statement. */
const IDS_AT_ONCE = 500

/**
 * Brings all claims of a report into line with a policy: whether they need a second person, and whether they are settled. Their
 * versions stay: nothing was ruled, and no words changed.
 */
export async function resettleReport(tx: Transaction, reportId: string, policy: ReportPolicy): Promise<void> {
  const changed = new Map<string, { needsSecond: boolean; settled: boolean; ids: string[] }>()
  for (const claim of await loadReportRulings(tx, reportId)) {
    const second = needsSecond(policy, claim)
    const { settled } = settlementOf({ ...claim, needsSecond: second })
    if (second === claim.needsSecond && settled === claim.settled) continue
    const key = `${String(second)} ${String(settled)}`
    const group = changed.get(key) ?? { needsSecond: second, settled, ids: [] }
    group.ids.push(claim.id)
    changed.set(key, group)
  }
  for (const { ids, ...data } of changed.values()) {
    claimsChanged(tx, ids)
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
      await tx.claim.updateMany({ where: { id: { in: ids.slice(from, from + IDS_AT_ONCE) } }, data })
  }
}
