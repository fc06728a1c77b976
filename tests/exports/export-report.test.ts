import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { NotAllowed, NotFound } from '../../src/errors.ts'
import { exportReport } from '../../src/exports/export-report.ts'
import { newWordDocument } from '../../src/exports/word/new-document.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { closeQuery } from '../../src/review/close-query.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { DESK } from '../support/exports.ts'
import { wordComments } from '../support/word-comments.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { HARBOUR_REPORT, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const claimOf = ({ claims }: ReportAtWork, number: number): string =>
  claims.find((claim) => claim.number === number)?.id ?? ''

/** Claim 1 is substantiated, 2 disputed with a rationale, 3 has an open query, 4 has nothing. */
async function worked(db: Database): Promise<ReportAtWork> {
  const work = await reportAtWork(db)
  const seen = { seenVersion: 1, checker: work.ana }
  await recordVerdict(db, { ...seen, claimId: claimOf(work, 1), verdict: 'substantiated', at: morning(2) })
  await recordVerdict(db, {
    ...seen,
    claimId: claimOf(work, 2),
    verdict: 'disputed',
    reason: 'source-says-otherwise',
    rationale: 'The port film shows one boat.',
    at: morning(3),
  })
  const query = { words: 'Noon of which day?', askedBy: work.ben, seenVersion: 1 }
  await askQuery(db, { ...query, claimId: claimOf(work, 3), at: morning(4) })
  return work
}

const asWord = (db: Database, work: ReportAtWork, include: readonly 'rationale'[] = []) =>
  exportReport(db, {
    reportId: work.report.id,
    format: 'docx',
    include,
    by: work.eve,
    desk: DESK,
    at: morning(6),
  })

async function readBack(bytes: Uint8Array): Promise<{ text: string; comments: string[] }> {
  const read = await readDocument(bytes, { name: 'back.docx' })
  return { text: read.text, comments: wordComments(bytes).map(({ words }) => words) }
}

describeOnBothDatabases('a report that goes back to Word', (makeDatabase) => {
  test('has a comment on each open query and unsettled verdict, and on nothing else', async () => {
    const db = await makeDatabase()
    const { comments } = await readBack((await asWord(db, await worked(db))).bytes)
    expect(comments).toHaveLength(2)
    expect(comments[0]).toContain('Ana: disputed, the source says otherwise.')
    expect(comments[1]).toContain('Ben, query open: Noon of which day?')
  })

  test('says no more of a query that was closed', async () => {
    const db = await makeDatabase()
    const work = await worked(db)
    const { id } = await db.query.findFirstOrThrow()
    await closeQuery(db, { queryId: id, closedBy: work.ben, at: morning(5) })
    const { comments } = await readBack((await asWord(db, work)).bytes)
    expect(comments).toHaveLength(1)
    expect(comments.join()).not.toContain('Noon')
  })

  test('tells a checker’s rationale only when it is named', async () => {
    const db = await makeDatabase()
    const work = await worked(db)
    expect((await readBack((await asWord(db, work)).bytes)).comments.join()).not.toContain('port film')
    expect((await readBack((await asWord(db, work, ['rationale'])).bytes)).comments.join()).toContain(
      'port film',
    )
  })

  test('has each fix as a tracked change', async () => {
    const db = await makeDatabase()
    const work = await worked(db)
    const fix = { claimId: claimOf(work, 4), original: '240,000', proposed: '241,000', seenVersion: 1 }
    const { id } = await askFix(db, { ...fix, askedBy: work.ben, at: morning(5) })
    const onFix = { claimId: claimOf(work, 4), fixId: id, checker: work.ana, seenVersion: 2, at: morning(5) }
    await recordVerdict(db, { ...onFix, verdict: 'substantiated' })
    const { text, comments } = await readBack((await asWord(db, work)).bytes)
    expect(text).toContain('insured for 241,000 crowns')
    expect(comments.join()).toContain('Ben, fix asked.')
    expect(comments.join()).not.toContain('Ana: substantiated')
  })

  test('is the author’s own file where it came from Word', async () => {
    const db = await makeDatabase()
    const { eve } = await reportAtWork(db)
    const own = newWordDocument(await readDocument(Buffer.from(HARBOUR_REPORT), { name: 'harbour.md' }))
    const report = await importReport(db, { bytes: own, name: 'own.docx', importedBy: eve, at: morning(2) })
    const file = await exportReport(db, {
      reportId: report.id,
      format: 'docx',
      include: [],
      by: eve,
      desk: DESK,
      at: morning(3),
    })
    const [before, after] = [
      await readDocument(own, { name: 'a.docx' }),
      await readDocument(file.bytes, { name: 'a.docx' }),
    ]
    expect(after.text).toBe(before.text)
    expect(file.name).toBe('the-harbour-fire-draft-1.docx')
  })

  test('leaves a line in the history, which holds', async () => {
    const db = await makeDatabase()
    const work = await worked(db)
    await asWord(db, work)
    const event = await db.event.findFirstOrThrow({
      where: { kind: 'report.exported' },
      include: { payload: true },
    })
    expect(event.actor).toBe(work.eve.id)
    expect(JSON.parse(event.payload.body ?? '')).toMatchObject({
      draft: 1,
      format: 'docx',
      comments: 2,
      changes: 0,
    })
    expect((await verifyChain(db, work.report.id)).broken).toBeNull()
  })

  test('leaves only by an editor’s choice', async () => {
    const db = await makeDatabase()
    const { report, ana } = await reportAtWork(db)
    const request = { reportId: report.id, format: 'docx', include: [], desk: DESK, at: morning(2) } as const
    await expect(exportReport(db, { ...request, by: ana })).rejects.toThrow(NotAllowed)
    await expect(exportReport(db, { ...request, reportId: 'none', by: ana })).rejects.toThrow(NotFound)
    expect(await db.event.count({ where: { kind: 'report.exported' } })).toBe(0)
  })
})
