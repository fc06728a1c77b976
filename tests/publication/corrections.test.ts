import { beforeEach, expect, test } from 'vitest'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { checkReplay } from '../../src/history/check-replay.ts'
import { type NewCorrection, correctPublication } from '../../src/publication/correct-publication.ts'
import { listPublications } from '../../src/publication/list-publications.ts'
import { setEvidencePage } from '../../src/publication/set-evidence-page.ts'
import { withdrawPublication } from '../../src/publication/withdraw-publication.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import type { Database } from '../../src/db/database.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { published, type Published } from '../support/published.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('a report that went out', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let out: Published

  beforeEach(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
    const claimId = work.claims[0]!.id
    const ruled = { claimId, checker: work.ana, verdict: 'substantiated', outcome: 'stands' } as const
    await recordVerdict(db, { ...ruled, seenVersion: 1, at: morning(5) })
    out = await published(db, { reportId: work.report.id, by: work.eve, at: morning(10) })
  })

  const correct = async (part: Partial<NewCorrection> = {}) =>
    correctPublication(db, {
      ...{ publicationId: out.id, kind: 'correction', claim: 1, note: 'It was a day later.' },
      ...{ was: '3 May', now: '4 May', by: work.eve, at: morning(20), ...part },
    })
  const sentences = async (claimId?: string): Promise<string[]> => {
    const asked = { chain: work.report.id, limit: 100, ...(claimId === undefined ? {} : { claimId }) }
    return (await listEvents(db, asked)).items.map(describeEvent)
  }

  test('is corrected by number and date, in the claim’s own history, and the claim is to be checked again', async () => {
    expect(await correct()).toMatchObject({ number: 1 })
    expect(await correct({ kind: 'clarification', claim: undefined, was: '', now: '' })).toMatchObject({
      number: 2,
    })
    const claim = await db.claim.findUniqueOrThrow({ where: { id: work.claims[0]!.id } })
    expect(claim).toMatchObject({ status: 'substantiated', settled: false, rechecks: 1 })
    expect(await sentences(claim.id)).toContain('Eve published correction 1 to publication 1, on claim 1')
    expect(await sentences()).toContain('Eve published clarification 2 to publication 1')
    const [publication] = await listPublications(db, work.ana, work.report.id)
    expect(publication?.corrections).toMatchObject([
      {
        number: 1,
        kind: 'correction',
        claim: { number: 1 },
        was: '3 May',
        now: '4 May',
        note: 'It was a day later.',
      },
      { number: 2, kind: 'clarification', claim: null, was: null, now: null },
    ])
    expect(await checkReplay(db, work.report.id)).toBeNull()
  })

  test.each([
    [{ note: ' ' }, /what the readers are told/],
    [{ was: '' }, /words that were published too/],
    [{ was: '4 May' }, /are the same/],
    [{ claim: 99 }, /has no claim 99/],
    [{ note: 'x'.repeat(5_001) }, /Shorten/],
  ] as const)('is not corrected by what does not fit, %#', async (part, words) => {
    await expect(correct(part)).rejects.toThrow(words)
    expect(await db.correction.count()).toBe(0)
    expect(await db.recheck.count()).toBe(0)
  })

  test('is corrected, opened and withdrawn by editors alone', async () => {
    const reviewer = { by: work.ana, at: morning(20) }
    await expect(correct(reviewer)).rejects.toThrow(/Only an editor/)
    const asked = { publicationId: out.id, ...reviewer }
    await expect(setEvidencePage(db, { ...asked, open: true })).rejects.toThrow(/Only an editor/)
    await expect(withdrawPublication(db, { ...asked, reason: 'x', recheck: [] })).rejects.toThrow(
      /Only an editor/,
    )
    expect(
      await db.publication.count({ where: { OR: [{ publicPage: true }, { NOT: { withdrawnAt: null } }] } }),
    ).toBe(0)
  })

  test('keeps its corrections: no row of one is ever changed or deleted', async () => {
    const { id } = await correct()
    await expect(
      db.$executeRaw`UPDATE "Correction" SET "kind" = 'clarification' WHERE "id" = ${id}`,
    ).rejects.toThrow()
    await expect(db.$executeRaw`DELETE FROM "Correction" WHERE "id" = ${id}`).rejects.toThrow()
    await expect(
      db.$executeRaw`UPDATE "Publication" SET "snapshot" = '{}' WHERE "id" = ${out.id}`,
    ).rejects.toThrow()
  })

  test('is withdrawn once and for good, with a public reason, and claims are to be checked again where asked', async () => {
    const asked = { publicationId: out.id, by: work.eve, at: morning(30) }
    const withdraw = async (reason: string, recheck: number[]) =>
      withdrawPublication(db, { ...asked, reason, recheck })
    await expect(withdraw('', [])).rejects.toThrow(/why it is withdrawn/)
    await expect(withdraw('Forged.', [99])).rejects.toThrow(/no claim 99/)
    await withdraw('Forged.', [1, 3])
    await expect(withdraw('Again.', [])).rejects.toThrow(/already/)
    await expect(setEvidencePage(db, { ...asked, open: true })).rejects.toThrow(/withdrawn/)
    const [publication] = await listPublications(db, work.ana, work.report.id)
    expect(publication?.withdrawn).toMatchObject({ reason: 'Forged.', by: { name: 'Eve' } })
    const asked2 = await db.recheck.findMany({ where: { because: 'publication withdrawn' } })
    expect(asked2.map(({ claimId }) => claimId).sort()).toEqual(
      [work.claims[0]!.id, work.claims[2]!.id].sort(),
    )
    expect(await sentences()).toContain('Eve withdrew publication 1: Forged.')
    expect(await db.claim.findMany({ where: { NOT: { status: 'unreviewed' } } })).toMatchObject([
      { number: 1, status: 'substantiated' },
    ])
    expect(await checkReplay(db, work.report.id)).toBeNull()
  })
})
