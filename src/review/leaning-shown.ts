import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import type { LeaningReport } from '../sources/list-leaning.ts'
import { loadHidden } from './load-hidden.ts'
import { storedPolicy } from './report-policy.ts'

/**
 * The reports that lean on a source as a reader is shown them: where a first check is hidden from them, its claim is to check, and
 * nobody's judgements of the source are told.
 */
export async function leaningShown<Source extends { readonly reports: readonly LeaningReport[] }>(
  db: Database,
  source: Source,
  reader: Actor,
): Promise<Source> {
  const rows = await db.report.findMany({
    where: { id: { in: source.reports.map(({ id }) => id) }, policy: { not: null } },
    select: { id: true, policy: true },
  })
  const ruled = new Set<string>()
  for (const { id, policy } of rows) {
    const hidden = await loadHidden(db, { id, policy: storedPolicy(policy) }, reader.id)
    for (const claimId of hidden.ruled.keys()) ruled.add(claimId)
  }
  if (ruled.size === 0) return source
  const reports = source.reports.map((report) => ({
    ...report,
    claims: report.claims.map((claim) =>
      ruled.has(claim.id) ? { ...claim, status: 'unreviewed', judgements: [] } : claim,
    ),
  }))
  return { ...source, reports }
}
