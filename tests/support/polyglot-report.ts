import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { protectSource } from '../../src/sources/protect-source.ts'
import { addChecker, importMarkdown, morning } from './reports.ts'

/** Invented claims in three scripts, one with signs beyond the first plane, two that begin like a formula. */
export const POLYGLOT = `# The ferry 🛳️ papers

The crew painted 🐬🐬 two dolphins on the bow in 2019.[^log] أبحرت العبّارة من الميناء الشرقي يوم الثلاثاء.[^bay] Паром «Ёлка» перевёз 320 пассажиров.[^log]

=SUM(A1:A9) stood in the ledger of the Harbour Trust. @harbourtrust wrote that the lamps were out.[^insider]

-12.5 degrees < zero were measured at dawn & "nobody" slept, the pilot said.

[^log]: Ana Holm, "Night of the dolphins", Bay Courier, 4 May 2021, https://courier.example/dolphins?a=1&b={2}
[^bay]: صحيفة الخليج, "العبّارة تغادر", 5 May 2021, https://khalij.example/ferry
[^insider]: Letter of a clerk, Trust Gazette, 6 May 2021, https://gazette.example/clerk
`

export interface PolyglotReport {
  readonly reportId: string
  readonly ana: Actor
  readonly ben: Actor
  readonly eve: Actor
  /** Id of the claim whose words hold this. */
  readonly claimOf: (words: string) => Promise<string>
}

/** The report with two reviewers and the editor who imported it, as it was read. */
export async function polyglotReport(db: Database): Promise<PolyglotReport> {
  const [ana, ben, eve] = [
    await addChecker(db, 'Ana'),
    await addChecker(db, 'Ben'),
    await addChecker(db, 'Eve', 'editor'),
  ]
  const { id: reportId } = await importMarkdown(db, 'ferry.md', POLYGLOT, eve)
  const claimOf = async (words: string): Promise<string> =>
    (
      await db.placement.findFirstOrThrow({
        where: { quote: { contains: words }, claim: { reportId } },
        select: { claimId: true },
      })
    ).claimId
  return { reportId, ana, ben, eve, claimOf }
}

/** What must not leave unless it is named, and the name that lets it out. */
export const KEPT = {
  rationale: 'The painter has two dolphins.',
  'protected-sources': 'a clerk of the trust',
  excerpt: 'the clerk told me',
} as const

/** The same with verdicts, evidence and a source that was protected after it was cited. */
export async function polyglotAtWork(db: Database): Promise<PolyglotReport> {
  const report = await polyglotReport(db)
  const { ana, ben, eve, claimOf } = report
  const [dolphins, ledger, lamps] = [
    await claimOf('dolphins'),
    await claimOf('ledger'),
    await claimOf('lamps'),
  ]
  await recordVerdict(db, {
    ...{ claimId: dolphins, checker: ana, seenVersion: 1, at: morning(2) },
    verdict: 'substantiated',
    outcome: 'stands',
    rationale: KEPT.rationale,
    confidence: 'high',
  })
  const ruling = { claimId: ledger, checker: ben, seenVersion: 1, at: morning(3) }
  await recordVerdict(db, { ...ruling, verdict: 'disputed', reason: 'source-says-otherwise' })
  const cited = async (claimId: string): Promise<string> =>
    (
      await db.citation.findFirstOrThrow({
        where: { note: { scopes: { some: { placement: { claimId } } } } },
        select: { id: true },
      })
    ).id
  await judgeEvidence(db, {
    ...{ claimId: dolphins, citationId: await cited(dolphins), judgedBy: ana, at: morning(4) },
    judgement: 'supports',
    excerpt: 'Two dolphins on the bow.',
  })
  const clerk = await cited(lamps)
  await judgeEvidence(db, {
    ...{ claimId: lamps, citationId: clerk, judgedBy: ben, at: morning(5) },
    judgement: 'contradicts',
    excerpt: KEPT.excerpt,
  })
  const { sourceId } = await db.citation.findUniqueOrThrow({ where: { id: clerk } })
  await protectSource(db, {
    ...{ sourceId: sourceId ?? '', by: eve, at: morning(6) },
    descriptor: KEPT['protected-sources'],
    locator: 'Room 4 of the trust',
    readers: [],
  })
  return report
}
