import { expect, test } from 'vitest'
import { closeReport } from '../../src/accounts/members/close-report.ts'
import type { Database } from '../../src/db/database.ts'
import { correctPublication } from '../../src/publication/correct-publication.ts'
import { enterComplaint } from '../../src/publication/complaints/enter-complaint.ts'
import { loadStanding } from '../../src/publication/standing/load-standing.ts'
import { withdrawPublication } from '../../src/publication/withdraw-publication.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { askForRecheck } from '../../src/review/ask-for-recheck.ts'
import { closeRecheck } from '../../src/review/close-recheck.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { published } from '../support/published.ts'
import { HARBOUR_REPORT, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const SPAN = { from: morning(0), to: morning(59) }

describeOnBothDatabases('standing', (makeDatabase) => {
  async function ruled(db: Database): Promise<ReportAtWork> {
    const work = await reportAtWork(db)
    for (const { id } of work.claims)
      await recordVerdict(db, {
        ...{ claimId: id, checker: work.ana, verdict: 'substantiated', outcome: 'stands' },
        ...{ seenVersion: 1, at: morning(3) },
      })
    return work
  }
  const versionOf = async (db: Database, id: string): Promise<number> =>
    (await db.claim.findUniqueOrThrow({ where: { id } })).version

  test('tells what was checked again from what nobody asked about, and follows the published words alone', async () => {
    const db = await makeDatabase()
    const { claims, report, ana, eve } = await ruled(db)
    const out = await published(db, { reportId: report.id, by: eve, at: morning(10) })
    const standing = async () => (await loadStanding(db, ana, SPAN)).total
    expect(await standing()).toMatchObject({ claims: 4, counts: { unchallenged: 4, stood: 0 } })
    const [first, second, third] = claims.map(({ id }) => id)
    const asked = { claimId: first!, words: 'Look again.', askedBy: eve, at: morning(12) }
    await askForRecheck(db, { ...asked, seenVersion: await versionOf(db, first!) })
    expect((await standing()).counts).toMatchObject({ unchallenged: 3, 'in question': 1 })
    const closing = { claimId: first!, closedBy: ana, at: morning(13) }
    await closeRecheck(db, { ...closing, seenVersion: await versionOf(db, first!) })
    expect((await standing()).counts).toMatchObject({ unchallenged: 3, stood: 1 })
    const correction = { publicationId: out.id, kind: 'correction', claim: 2, note: 'One boat.' } as const
    await correctPublication(db, { ...correction, by: eve, at: morning(14) })
    const complaint = { from: 'Rhea', words: 'Not at noon.', way: 'letter', claims: [3] } as const
    const entered = { receivedAt: morning(15), by: ana, at: morning(15) }
    await enterComplaint(db, { publicationId: out.id, ...complaint, ...entered })
    expect(await standing()).toMatchObject({
      counts: { unchallenged: 1, stood: 1, corrected: 1, 'in question': 1 },
      complaints: { open: 1 },
    })
    const text = HARBOUR_REPORT.replace('signed the log at noon', 'signed the log at dawn')
    const draft = {
      reportId: report.id,
      bytes: Buffer.from(text),
      name: 'two.md',
      importedBy: eve,
      at: morning(20),
    }
    await importDraft(db, draft)
    const anew = { claimId: third!, checker: ana, verdict: 'substantiated', outcome: 'stands' } as const
    await recordVerdict(db, { ...anew, seenVersion: await versionOf(db, third!), at: morning(21) })
    expect((await standing()).counts).toMatchObject({ 'in question': 1, stood: 1 }) // other words than were published
    expect(second).toBeDefined()
  })

  test('counts a claim once, as withdrawn only where nothing else holds it', async () => {
    const db = await makeDatabase()
    const { report, ana, eve } = await ruled(db)
    const first = await published(db, { reportId: report.id, by: eve, at: morning(10) })
    const withdrawal = { reason: 'Forged.', recheck: [], by: eve, at: morning(11) }
    await withdrawPublication(db, { publicationId: first.id, ...withdrawal })
    expect((await loadStanding(db, ana, SPAN)).total).toMatchObject({ claims: 4, counts: { withdrawn: 4 } })
    await published(db, { reportId: report.id, by: eve, at: morning(12) })
    const { total, reports } = await loadStanding(db, ana, SPAN)
    expect(total).toMatchObject({ claims: 4, counts: { withdrawn: 0, unchallenged: 4 } })
    expect(reports).toMatchObject([{ publications: 2 }])
    expect((await loadStanding(db, ana, { from: morning(13), to: morning(59) })).reports).toEqual([])
  })

  test('has no trace of reports that are closed to the reader', async () => {
    const db = await makeDatabase()
    const { report, ana, eve } = await ruled(db)
    await published(db, { reportId: report.id, by: eve, at: morning(10) })
    await closeReport(db, { reportId: report.id, closed: true, by: eve, at: morning(11) })
    expect(await loadStanding(db, ana, SPAN)).toMatchObject({ reports: [], total: { claims: 0, fixes: 0 } })
    expect((await loadStanding(db, eve, SPAN)).total.claims).toBe(4)
  })
})
