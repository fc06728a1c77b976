import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import { claimDetail } from '../../src/claims/claim-detail.ts'
import { claimEvidence } from '../../src/claims/claim-evidence.ts'
import type { Database } from '../../src/db/database.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { judgeEvidence, type NewEvidence } from '../../src/review/judge-evidence.ts'
import { withdrawEvidence } from '../../src/review/withdraw-evidence.ts'
import { addChecker, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const citationOf = async (db: Database, reportId: string): Promise<{ id: string; sourceId: string | null }> =>
  db.citation.findFirstOrThrow({
    where: { note: { draft: { reportId } } },
    select: { id: true, sourceId: true },
  })

async function atWork(db: Database): Promise<ReportAtWork & { evidence: NewEvidence }> {
  const work = await reportAtWork(db)
  const citation = await citationOf(db, work.report.id)
  const evidence: NewEvidence = {
    claimId: work.claims[0]?.id ?? '',
    citationId: citation.id,
    judgement: 'supports',
    judgedBy: work.ana,
    at: morning(2),
  }
  return { ...work, evidence }
}

describeOnBothDatabases('evidence', (makeDatabase) => {
  test('is one judgement of one claim by one source, with what is said beside it', async () => {
    const db = await makeDatabase()
    const { evidence, ana } = await atWork(db)
    await judgeEvidence(db, {
      ...evidence,
      judgement: 'partly supports',
      credibility: 2,
      locator: ' p. 3 ',
      excerpt: 'Es brannte im Lager.',
      translation: 'The store was on fire.',
      translator: 'Ana',
    })
    const shown = await evidenceOn(db, ana, evidence.claimId)
    expect((await claimDetail(db, evidence.claimId)).version).toBe(1)
    expect(shown).toMatchObject([
      {
        citationId: evidence.citationId,
        judgement: 'partly supports',
        credibility: 2,
        locator: 'p. 3',
        excerpt: 'Es brannte im Lager.',
        translation: 'The store was on fire.',
        judgedBy: { name: ana.name },
        superseded: false,
      },
    ])
  })

  test('names the source of its citation', async () => {
    const db = await makeDatabase()
    const { evidence, report } = await atWork(db)
    await judgeEvidence(db, evidence)
    const { sourceId } = await citationOf(db, report.id)
    expect(sourceId).not.toBeNull()
    expect(await db.evidence.count({ where: { sourceId } })).toBe(1)
  })

  test('is judged again by the same person: the earlier row stays, superseded', async () => {
    const db = await makeDatabase()
    const { evidence, ben } = await atWork(db)
    const first = await judgeEvidence(db, evidence)
    await judgeEvidence(db, { ...evidence, judgedBy: ben, at: morning(3) })
    const again = await judgeEvidence(db, { ...evidence, judgement: 'contradicts', at: morning(4) })
    expect(again.supersedes).toBe(first.id)
    const rows = await evidenceOn(db, ben, evidence.claimId)
    expect(rows.map(({ judgement, superseded }) => [judgement, superseded])).toEqual([
      ['supports', true],
      ['supports', false],
      ['contradicts', false],
    ])
  })

  test('is taken back by whom it is: what they judged before counts again, and can be judged anew', async () => {
    const db = await makeDatabase()
    const { evidence, ana, ben, report } = await atWork(db)
    const first = await judgeEvidence(db, evidence)
    const second = await judgeEvidence(db, { ...evidence, judgement: 'contradicts', at: morning(3) })
    const withdrawn = { evidenceId: second.id, at: morning(4) }
    await expect(withdrawEvidence(db, { ...withdrawn, withdrawnBy: ben })).rejects.toThrow(NotAllowed)
    await withdrawEvidence(db, { ...withdrawn, withdrawnBy: ana })
    await expect(withdrawEvidence(db, { ...withdrawn, withdrawnBy: ana })).rejects.toThrow(Conflict)
    const standing = async () =>
      (await evidenceOn(db, ana, evidence.claimId)).filter((one) => one.standing).map(({ id }) => id)
    expect(await standing()).toEqual([first.id])
    const third = await judgeEvidence(db, { ...evidence, judgement: 'not accessed', at: morning(5) })
    expect(await standing()).toEqual([third.id])
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('holds the claim’s quotations and numbers against the excerpt', async () => {
    const db = await makeDatabase()
    const { evidence, ana, claims } = await atWork(db)
    const claimId = claims[3]?.id ?? ''
    const source = { title: 'Insurance file', kind: 'document' } as const
    await judgeEvidence(db, {
      ...evidence,
      citationId: undefined,
      source,
      claimId,
      excerpt: 'Insured for 204,000 crowns.',
    })
    const [shown] = await evidenceOn(db, ana, claimId)
    expect(shown?.check?.missing.map(({ kind }) => kind)).toEqual(['number'])
    expect(shown?.source).toMatchObject({ title: 'Insurance file' })
  })

  test('may come from a source that the report does not cite there', async () => {
    const db = await makeDatabase()
    const { evidence, report, claims } = await atWork(db)
    const { sourceId } = await citationOf(db, report.id)
    const judged = {
      ...evidence,
      citationId: undefined,
      sourceId: sourceId ?? '',
      claimId: claims[2]?.id ?? '',
    }
    await judgeEvidence(db, judged)
    expect(await evidenceOn(db, judged.judgedBy, judged.claimId)).toMatchObject([
      { citationId: null, sourceId },
    ])
  })

  test('leaves its event, which holds the hash of the excerpt and not its words', async () => {
    const db = await makeDatabase()
    const { evidence, report } = await atWork(db)
    await judgeEvidence(db, { ...evidence, excerpt: 'A very secret page.' })
    const { payload } = await db.event.findFirstOrThrow({
      where: { kind: 'evidence.judged' },
      include: { payload: true },
    })
    expect(payload.body).not.toContain('secret')
    expect(JSON.parse(payload.body ?? '')).toMatchObject({ judgement: 'supports', number: 1 })
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('of another report is refused, and nothing is written', async () => {
    const db = await makeDatabase()
    const { evidence, eve } = await atWork(db)
    const bytes = Buffer.from('The mill burned.[^1]\n\n[^1]: Mill Post, 2 May 2020, https://mill.example/1\n')
    const other = await importReport(db, { bytes, name: 'mill.md', importedBy: eve, at: morning(2) })
    const { id } = await citationOf(db, other.id)
    await expect(judgeEvidence(db, { ...evidence, citationId: id })).rejects.toThrow('another report')
    expect(await db.evidence.count()).toBe(0)
    expect(await db.event.count({ where: { kind: 'evidence.judged' } })).toBe(0)
  })

  test('that does not fit is refused in words', async () => {
    const db = await makeDatabase()
    const { evidence } = await atWork(db)
    const refused: readonly [Partial<NewEvidence>, string][] = [
      [{ excerpt: 'x'.repeat(1_000_000) }, 'Shorten the excerpt'],
      [{ locator: 'x'.repeat(501) }, 'Shorten the place'],
      [{ credibility: 7 }, 'Credibility goes from 1'],
      [{ translation: 'On fire.' }, 'original words'],
      [{ sourceId: 'both' }, 'One of the two'],
      [{ citationId: undefined }, 'One of the two'],
    ]
    for (const [part, words] of refused) {
      const given = judgeEvidenceOf(db, { ...evidence, ...part })
      await expect(given).rejects.toThrow(Invalid)
      await expect(given).rejects.toThrow(words)
    }
    await expect(judgeEvidence(db, { ...evidence, citationId: 'none' })).rejects.toThrow(NotFound)
    await expect(judgeEvidence(db, { ...evidence, claimId: 'none' })).rejects.toThrow(NotFound)
  })

  test('is given by those who may rule, and not on a report closed to them', async () => {
    const db = await makeDatabase()
    const { evidence, report } = await atWork(db)
    const reader = await addChecker(db, 'Rita', 'reader')
    await expect(judgeEvidence(db, { ...evidence, judgedBy: reader })).rejects.toThrow(NotAllowed)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    await expect(judgeEvidence(db, evidence)).rejects.toThrow(NotFound)
    expect(await db.evidence.count()).toBe(0)
  })
})

async function evidenceOn(db: Database, reader: Actor, id: string) {
  const { quote, notes } = await claimDetail(db, id)
  const labels = notes.map(({ label }) => label)
  return (await claimEvidence(db, reader, { id, quote, labels, language: 'en' })).evidence
}

/** Also what throws before its promise is made. */
const judgeEvidenceOf = async (db: Database, input: NewEvidence) => judgeEvidence(db, input)
