import { beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { DESK_CHAIN } from '../../src/history/event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { mergeDuplicate } from '../../src/review/falls/merge-duplicate.ts'
import { recordFall } from '../../src/review/falls/record-fall.ts'
import { showImpact } from '../../src/review/falls/show-impact.ts'
import { withdrawFall } from '../../src/review/falls/withdraw-fall.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import type { FallKind } from '../../src/sources/fall.ts'
import { judgeSource } from '../../src/sources/judge-source.ts'
import { listSources } from '../../src/sources/list-sources.ts'
import { withdrawMerge } from '../../src/sources/merge-sources.ts'
import { protectSource } from '../../src/sources/protect-source.ts'
import { showSource } from '../../src/sources/show-source.ts'
import { sourcesAtWork, type SourcesAtWork } from '../sources/sources-at-work.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, importMarkdown, morning } from '../support/reports.ts'

const TIDES = `# Tides

The tide was late.[^1] The wheel turned.[^2]

[^1]: Mill Post, "The mill burns", 3 May 2020, https://mill.example/1
[^2]: Wheel Notes, 1 May 2020, https://wheel.example/
`

describeOnBothDatabases('a source that falls', (makeDatabase) => {
  let db: Database
  let work: SourcesAtWork

  beforeEach(async () => {
    db = await makeDatabase()
    work = await sourcesAtWork(db)
  })

  const reason = 'The paper printed a correction.'

  async function fall(kind: FallKind = 'retracted', more: Partial<Parameters<typeof recordFall>[1]> = {}) {
    const by = more.by ?? work.eve
    const { seen } = await showImpact(db, by, work.first)
    return recordFall(db, { sourceId: work.first, kind, reason, seen, by, at: morning(10), ...more })
  }

  async function rule(claimId: string) {
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: claimId } })
    const given = { claimId, checker: work.ana, seenVersion: version, at: morning(5) }
    return recordVerdict(db, { ...given, verdict: 'substantiated' })
  }

  /** A second report that cites the same source, closed to all but Ben. */
  async function closedToo(): Promise<string> {
    const { id } = await importMarkdown(db, 'tides.md', TIDES, work.eve)
    await db.report.update({ where: { id }, data: { closed: true } })
    await db.reportMember.deleteMany({ where: { reportId: id } })
    await db.reportMember.create({ data: { reportId: id, accountId: work.ben.id, addedAt: morning(1) } })
    return id
  }

  const markedIn = async (reportId: string): Promise<number[]> =>
    (
      await db.claim.findMany({
        where: { reportId, rechecks: { gt: 0 } },
        orderBy: { number: 'asc' },
        select: { number: true },
      })
    ).map(({ number }) => number)

  test('takes the claims of a duplicate with it that is merged into it later, each once, with an event', async () => {
    await fall('retracted')
    expect(await markedIn(work.open)).toEqual([1])
    const merge = { sourceId: work.second, intoId: work.first, by: work.eve, at: morning(12) }
    await mergeDuplicate(db, merge)
    expect(await markedIn(work.open)).toEqual([1, 2])
    const [, later] = await db.recheck.findMany({ orderBy: { at: 'asc' } })
    const { id: fallId } = await db.sourceFall.findFirstOrThrow()
    expect(later).toMatchObject({
      because: 'source retracted',
      sourceId: work.first,
      fallId,
      at: morning(12),
    })
    expect((await verifyChain(db, work.open)).broken).toBeNull()
    await withdrawMerge(db, { sourceId: work.second, by: work.eve, at: morning(13) })
    await mergeDuplicate(db, { ...merge, at: morning(14) })
    expect(await db.recheck.count()).toBe(2)
  })

  test('marks nothing by a merge where it never fell, or no longer', async () => {
    await fall('lost')
    await withdrawFall(db, { sourceId: work.first, reason: 'It was found.', by: work.eve, at: morning(11) })
    const open = await db.recheck.count()
    await mergeDuplicate(db, { sourceId: work.second, intoId: work.first, by: work.eve, at: morning(12) })
    expect(await db.recheck.count()).toBe(open)
    await expect(
      mergeDuplicate(db, { sourceId: work.first, intoId: work.first, by: work.eve, at: morning(13) }),
    ).rejects.toThrow(Invalid)
  })

  test('shows before it is confirmed every claim that leans on it, with drafts, evidence and verdicts', async () => {
    const [burned, unhurt] = work.claims
    await rule(burned!.id)
    const evidence = { claimId: unhurt!.id, sourceId: work.first, judgement: 'supports' as const }
    await judgeEvidence(db, { ...evidence, judgedBy: work.ben, at: morning(6) })
    const draft = await db.draft.findFirstOrThrow({ where: { reportId: work.open } })
    const publication = {
      reportId: work.open,
      draftId: draft.id,
      snapshot: '{}',
      hash: 'h',
      number: 1,
      slug: 'slug',
      openPoints: 0,
      auditId: draft.textId,
      publishedById: work.eve.id,
    }
    await db.publication.create({ data: { id: 'out', ...publication, publishedAt: morning(8) } })
    const impact = await showImpact(db, work.eve, work.first)
    expect(impact.counts).toEqual({ reports: 1, claims: 2, published: 1, evidence: 1, verdicts: 1 })
    expect(impact.reports).toMatchObject([
      {
        id: work.open,
        drafts: [1],
        published: [{ id: 'out', draft: 1 }],
        claims: [
          { number: 1, ways: ['note', 'published'], verdicts: [{ verdict: 'substantiated', by: 'Ana' }] },
          { number: 2, ways: ['evidence'], evidence: [{ judgement: 'supports', by: 'Ben' }] },
        ],
      },
    ])
  })

  test('marks exactly the claims that were shown, each with an event, and says on the source what happened', async () => {
    const [burned, unhurt] = work.claims
    await rule(burned!.id)
    await rule(unhurt!.id)
    const shown = (await showImpact(db, work.eve, work.first)).reports.flatMap(({ claims }) => claims)
    const { rechecks } = await fall()
    expect(rechecks.map(({ claimId }) => claimId)).toEqual(shown.map(({ id }) => id))
    expect(await markedIn(work.open)).toEqual([1])
    expect(await db.claim.findUnique({ where: { id: burned!.id } })).toMatchObject({
      status: 'substantiated',
      settled: false,
    })
    expect(await db.claim.findUnique({ where: { id: unhurt!.id } })).toMatchObject({ settled: true })
    const events = (await listEvents(db, { chain: work.open, limit: 50 })).items
    expect(events.filter(({ kind }) => kind === 'recheck.asked').map(describeEvent)).toEqual([
      'Eve asked for claim 1 to be checked again: a source was retracted',
    ])
    const desk = (await listEvents(db, { chain: DESK_CHAIN, limit: 50 })).items
    expect(describeEvent(desk.at(-1)!)).toBe('Eve marked a source as retracted')
    expect(JSON.stringify(desk.at(-1)!.payload)).not.toContain('mill')
    for (const chain of [work.open, DESK_CHAIN]) expect((await verifyChain(db, chain)).broken).toBeNull()
    expect(await showSource(db, work.ana, work.first)).toMatchObject({
      fallen: 'retracted',
      falls: [{ kind: 'retracted', reason, madeBy: { name: 'Eve' } }],
    })
    const { items } = await listSources(db, work.ana, {}, { limit: 10, skip: 0 })
    expect(items.find(({ id }) => id === work.first)?.fallen).toBe('retracted')
  })

  test('marks claims of closed reports too, and neither shows nor counts them to whom they are closed', async () => {
    const closed = await closedToo()
    const before = await showImpact(db, work.eve, work.first)
    expect(before.counts).toMatchObject({ reports: 1, claims: 1 })
    expect((await showImpact(db, work.ben, work.first)).counts).toMatchObject({ reports: 2, claims: 2 })
    const told = await fall()
    expect(JSON.stringify(told)).not.toContain(closed)
    expect(told.rechecks).toHaveLength(1)
    expect(await markedIn(closed)).toEqual([1])
    expect((await verifyChain(db, closed)).broken).toBeNull()
    const desk = (await listEvents(db, { chain: DESK_CHAIN, limit: 50 })).items.at(-1)
    expect(JSON.stringify(desk)).not.toContain(closed)
  })

  test('is refused where what it touches changed since it was seen, but for what the person may not see', async () => {
    const { seen } = await showImpact(db, work.eve, work.first)
    await closedToo()
    const { seen: same } = await showImpact(db, work.eve, work.first)
    expect(same).toBe(seen)
    await importMarkdown(db, 'tides-2.md', TIDES.replace('late', 'early'), work.eve)
    await expect(fall('retracted', { seen })).rejects.toThrow(Conflict)
    expect(await db.sourceFall.count()).toBe(0)
    expect(await db.recheck.count()).toBe(0)
    expect((await fall()).rechecks).toHaveLength(2)
  })

  test('by being downgraded has less reliability, judged by name', async () => {
    await judgeSource(db, { sourceId: work.first, reliability: 'B', by: work.ana, at: morning(4) })
    await expect(fall('downgraded')).rejects.toThrow(Invalid)
    await expect(fall('downgraded', { to: 'B' })).rejects.toThrow(/below B/)
    await fall('downgraded', { to: 'D' })
    expect(await showSource(db, work.ana, work.first)).toMatchObject({
      reliability: 'D',
      fallen: 'downgraded',
      judgements: [{ reliability: 'D', judgedBy: { name: 'Eve' } }, { reliability: 'B' }],
    })
    await fall('downgraded', { to: 'E', at: morning(11) })
    expect(await showSource(db, work.ana, work.first)).toMatchObject({ reliability: 'E' })
    await withdrawFall(db, { sourceId: work.first, reason: 'A mistake.', by: work.eve, at: morning(12) })
    expect(await showSource(db, work.ana, work.first)).toMatchObject({
      reliability: 'D',
      fallen: 'downgraded',
    })
  })

  test('stands again when that is taken back, and so do its claims', async () => {
    await rule(work.claims[0]!.id)
    await fall()
    await expect(fall()).rejects.toThrow(/already/)
    const back = { sourceId: work.first, reason: 'It was another paper.', by: work.eve, at: morning(12) }
    await withdrawFall(db, back)
    expect(await db.claim.findUnique({ where: { id: work.claims[0]!.id } })).toMatchObject({
      settled: true,
      rechecks: 0,
    })
    expect(await showSource(db, work.ana, work.first)).toMatchObject({ fallen: null, falls: [{}, {}] })
    const last = (await listEvents(db, { chain: work.open, limit: 50 })).items.at(-1)!
    expect(describeEvent(last)).toBe('Eve closed the re-check of claim 1, whose source stands again')
    expect((await verifyChain(db, work.open)).broken).toBeNull()
    await expect(withdrawFall(db, back)).rejects.toThrow(Conflict)
    expect((await fall('lost', { at: morning(13) })).rechecks).toHaveLength(1)
  })

  test('is for editors to say, with a reason, of a source that they know of', async () => {
    await expect(fall('lost', { by: work.ana })).rejects.toThrow(NotAllowed)
    await expect(fall('lost', { reason: ' ' })).rejects.toThrow(Invalid)
    const unknown = {
      sourceId: work.hidden,
      kind: 'lost' as const,
      reason,
      seen: '',
      by: work.eve,
      at: morning(9),
    }
    await expect(recordFall(db, unknown)).rejects.toThrow(NotFound)
    await expect(showImpact(db, work.eve, work.hidden)).rejects.toThrow(NotFound)
    const edna = await addChecker(db, 'Edna', 'editor')
    const protection = { descriptor: 'a local paper', locator: 'Its editor', readers: [] }
    await protectSource(db, { sourceId: work.first, ...protection, by: work.eve, at: morning(9) })
    await expect(fall('lost', { by: edna })).rejects.toThrow(NotAllowed)
    await fall('lost')
    expect(await showSource(db, edna, work.first)).toMatchObject({
      fallen: 'lost',
      falls: [{ reason: null }],
    })
  })
})
