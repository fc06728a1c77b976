import type { Actor } from '../../src/accounts/account.ts'
import { auditReport, type ReportAudit } from '../../src/audit/audit-report.ts'
import { waiveFinding } from '../../src/audit/waivers/waive-finding.ts'
import { nothingHidden } from '../../src/claims/hidden.ts'
import type { Database } from '../../src/db/database.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { addChecker, importMarkdown, morning } from './reports.ts'

/** Three claims on an invented mill, each with its note. */
export const MILL_REPORT = `# The mill on the Elve

The mill burned down on 9 June 2020.[^log] The owner was paid 90,000 crowns.[^court] Nobody was hurt.[^log]

The owner denies that he was paid.

[^log]: Elve Courier, "Fire at the mill", 10 June 2020, https://courier.example/fire
[^court]: Court of Elve, judgment of 3 May 2021, https://court.example/3
`

export interface MillAtWork {
  readonly reportId: string
  readonly draftId: string
  readonly claims: readonly { readonly id: string; readonly number: number }[]
  readonly ana: Actor
  readonly eve: Actor
  readonly fay: Actor
}

/** The mill's report with a reviewer, Ana, and the editors Eve, who imported it, and Fay. */
export async function millAtWork(db: Database): Promise<MillAtWork> {
  const ana = await addChecker(db, 'Ana')
  const eve = await addChecker(db, 'Eve', 'editor')
  const fay = await addChecker(db, 'Fay', 'editor')
  const { id } = await importMarkdown(db, 'mill.md', MILL_REPORT, eve)
  const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id } })
  const claims = await db.claim.findMany({
    where: { reportId: id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  return { reportId: id, draftId: currentDraftId ?? '', claims, ana, eve, fay }
}

/** Rules on every claim of the mill's report but those numbered `but`: substantiated, and it stands. */
export async function settleAll(
  db: Database,
  { claims, ana }: MillAtWork,
  but: readonly number[] = [],
): Promise<void> {
  for (const { id, number } of claims)
    if (!but.includes(number))
      await recordVerdict(db, {
        ...{ claimId: id, checker: ana, verdict: 'substantiated', outcome: 'stands' },
        ...{ seenVersion: 1, at: morning(2) },
      })
}

/** A claim is disputed, and an editor lets its words stand. */
export async function letDisputedStand(
  db: Database,
  { ana, eve }: MillAtWork,
  claimId: string,
): Promise<void> {
  const ruled = { claimId, checker: ana, verdict: 'disputed', reason: 'source-says-otherwise' } as const
  await recordVerdict(db, { ...ruled, seenVersion: 1, at: morning(3) })
  await decideOutcome(db, {
    ...{ claimId, decidedBy: eve, outcome: 'stet', reason: 'The court said so.' },
    ...{ seenVersion: 2, at: morning(4) },
  })
}

export const auditNow = (db: Database, reportId: string, at = morning(30)): Promise<ReportAudit> =>
  auditReport(db, reportId, { hidden: nothingHidden(''), at })

/** Lets every finding that blocks pass. */
export async function waiveBlockers(db: Database, reportId: string, by: Actor): Promise<void> {
  for (const { severity, waived, fingerprint } of (await auditNow(db, reportId)).findings)
    if (severity === 'blocker' && waived === null)
      await waiveFinding(db, {
        ...{ reportId, fingerprint, reason: 'Known, and said so on the last page.' },
        ...{ waivedBy: by, at: morning(20) },
      })
}
