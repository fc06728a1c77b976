import { outcomes, statuses } from '../../claims/vocabulary.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { newestHead } from '../../history/tree/sign-head.ts'
import { verdictsShown } from '../../claims/hidden.ts'
import { loadReportRulings } from '../../claims/load-report-rulings.ts'
import { verdictsInForce } from '../../review/settlement.ts'
import { type AuditAsked, auditLoaded } from '../audit-report.ts'
import type { AuditedClaim } from '../audited-report.ts'
import { loadAuditedReport } from '../load-audited-report.ts'
import type { PrintedAudit, PrintedChecker, PrintedSource, Tally } from './printed-audit.ts'

/**
 * A report's audit as it is printed, with the newest head that was signed. Whoever asks may read the report.
 * @throws NotFound no such report, or its text was destroyed
 */
export async function loadPrintedAudit(
  db: Database,
  reportId: string,
  asked: AuditAsked,
): Promise<PrintedAudit> {
  const audited = await loadAuditedReport(db, reportId, asked)
  const { claims } = audited
  const report = await db.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      ...{ title: true, language: true, publisher: true, authors: true },
      currentDraft: { select: { number: true } },
    },
  })
  const chain = await db.chain.findUniqueOrThrow({
    where: { id: reportId },
    select: { seq: true, hash: true },
  })
  const ruled = claims.filter(({ status }) => status !== 'unreviewed')
  return {
    ...{
      title: report.title,
      language: report.language,
      publisher: report.publisher,
      authors: report.authors,
    },
    ...{ draft: report.currentDraft?.number ?? 0, at: asked.at, policy: audited.policy },
    audit: await auditLoaded(db, reportId, audited, asked),
    ...{ claims: claims.length, settled: claims.filter(({ settled }) => settled).length },
    statuses: talliesOf(statuses, claims, ({ status }) => status),
    outcomes: talliesOf(outcomes, claims, ({ outcome }) => outcome),
    byOne: ruled.filter(({ checkers }) => checkers === 1).length,
    byMore: ruled.filter(({ checkers }) => checkers > 1).length,
    signOffs: audited.signOffs,
    checkers: await loadCheckers(db, reportId, asked.hidden),
    sources: audited.sources.map(({ places, ...source }): PrintedSource => ({
      ...source,
      cited: places.length,
    })),
    chain,
    head: await newestHead(db),
  }
}

const talliesOf = (
  words: readonly string[],
  claims: readonly AuditedClaim[],
  wordOf: (claim: AuditedClaim) => string | null,
): Tally[] =>
  words
    .map((word) => ({ word, count: claims.filter((claim) => wordOf(claim) === word).length }))
    .filter(({ count }) => count > 0)

/** Whose verdicts are in force, by name. */
async function loadCheckers(db: Database, reportId: string, hidden: Hidden): Promise<PrintedChecker[]> {
  const counts = new Map<string, number>()
  for (const claim of await loadReportRulings(db, reportId))
    for (const { checkerId } of verdictsShown(
      verdictsInForce(claim),
      claim.id,
      hidden,
      (verdict) => verdict.checkerId,
    ))
      counts.set(checkerId, (counts.get(checkerId) ?? 0) + 1)
  const people = await db.account.findMany({
    where: { id: { in: [...counts.keys()] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  return people.map(({ id, name }) => ({ name, verdicts: counts.get(id) ?? 0 }))
}
