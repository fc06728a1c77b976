import { beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { DESK_CHAIN } from '../../src/history/event.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { startScheduled } from '../../src/jobs/schedule-jobs.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { takeJob } from '../../src/jobs/take-job.ts'
import { askForRecheck } from '../../src/review/ask-for-recheck.ts'
import { lastDigestTime } from '../../src/review/digest/digest.ts'
import { loadDigest } from '../../src/review/digest/load-digest.ts'
import { recordFall } from '../../src/review/falls/record-fall.ts'
import { showImpact } from '../../src/review/falls/show-impact.ts'
import { listRechecks } from '../../src/review/list-rechecks.ts'
import { raiseObjection } from '../../src/review/raise-objection.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { askDueReviews } from '../../src/review/reviews/ask-due-reviews.ts'
import { dueReviews } from '../../src/review/reviews/due-reviews.ts'
import { setClaimReview } from '../../src/review/reviews/set-claim-review.ts'
import { setSourceReview } from '../../src/review/reviews/set-source-review.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { MILL, sourcesAtWork, type SourcesAtWork } from '../sources/sources-at-work.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning } from '../support/reports.ts'

const DUE = new Date('2026-03-01T09:00:00.000Z')

describeOnBothDatabases('a review date', (makeDatabase) => {
  let db: Database
  let work: SourcesAtWork
  let burned: string
  let unhurt: string

  beforeEach(async () => {
    db = await makeDatabase()
    work = await sourcesAtWork(db)
    burned = work.claims[0]!.id
    unhurt = work.claims[1]!.id
    for (const id of [burned, unhurt]) {
      const given = { claimId: id, checker: work.ana, seenVersion: 1, at: morning(5) }
      await recordVerdict(db, { ...given, verdict: 'substantiated' })
    }
  })

  const set = async (claimId: string, day: string, setBy = work.ana) =>
    setClaimReview(db, { claimId, day, setBy, at: morning(10) })
  const ask = (now: Date) => inTransaction(db, (tx) => askDueReviews(tx, now))
  const now = (id: string) => db.claim.findUniqueOrThrow({ where: { id } })

  test('brings a claim back on its day, not before, and once', async () => {
    await set(burned, '2026-03-01')
    expect(await ask(new Date('2026-02-28T23:59:00.000Z'))).toBe(0)
    expect(await now(burned)).toMatchObject({ settled: true, rechecks: 0 })
    expect(await ask(DUE)).toBe(1)
    expect(await now(burned)).toMatchObject({ settled: false, rechecks: 1, reviewAfter: null })
    expect(await listRechecks(db, burned)).toMatchObject([{ because: 'review due', askedBy: null }])
    expect(await ask(DUE)).toBe(0)
    expect((await verifyChain(db, work.open)).broken).toBeNull()
  })

  test('of a source brings back every claim that leans on it, closed reports’ too', async () => {
    await setSourceReview(db, { sourceId: work.first, day: '2026-03-01', by: work.ana, at: morning(10) })
    await setSourceReview(db, { sourceId: work.hidden, day: '2026-03-01', by: work.ben, at: morning(10) })
    expect(await ask(DUE)).toBe(2)
    expect(await now(burned)).toMatchObject({ rechecks: 1 })
    expect(await now(unhurt)).toMatchObject({ rechecks: 0, settled: true })
    expect(await db.recheck.count({ where: { claim: { reportId: work.closed } } })).toBe(1)
    expect(await db.source.count({ where: { reviewAfter: { not: null } } })).toBe(0)
    for (const chain of [work.open, work.closed, DESK_CHAIN])
      expect((await verifyChain(db, chain)).broken).toBeNull()
  })

  test('is a day to come, set by whoever may rule, and taken away by none', async () => {
    await expect(set(burned, '2026-02-30')).rejects.toThrow(Invalid)
    await expect(set(burned, '2026-01-05')).rejects.toThrow(/day to come/)
    const reader = await addChecker(db, 'Rea', 'reader')
    await expect(set(burned, '2026-03-01', reader)).rejects.toThrow(NotAllowed)
    await set(burned, '2026-03-01')
    expect((await now(burned)).version).toBe(2)
    await set(burned, '')
    expect(await ask(DUE)).toBe(0)
    await db.claim.update({ where: { id: burned }, data: { setAside: 'not checkable' } })
    await expect(set(burned, '2026-03-01')).rejects.toThrow(Conflict)
  })

  test('is looked at by a job every hour, whose work is kept once', async () => {
    await set(burned, '2026-03-01')
    const kind = dueReviews({ db, clock: () => DUE })
    await startScheduled(db, [kind], DUE)
    const job = await takeJob(db, [kind.name], DUE)
    const runner = { db, clock: () => DUE, log: { warn: () => undefined } }
    await runJob(runner, kind, job!, new AbortController().signal)
    expect(await db.job.findUnique({ where: { id: job!.id } })).toMatchObject({ state: 'done', error: null })
    expect(await now(burned)).toMatchObject({ rechecks: 1 })
    await expect(kind.run(job!, new AbortController().signal)).rejects.toThrow()
    expect(await db.recheck.count()).toBe(1)
  })

  test('digest: tells what stopped standing in its days, to each what they may read', async () => {
    const { version } = await now(unhurt)
    const asked = {
      claimId: unhurt,
      words: 'Look again.',
      askedBy: work.eve,
      seenVersion: version,
      at: morning(12),
    }
    await askForRecheck(db, asked)
    const objection = {
      claimId: unhurt,
      words: 'Somebody was.',
      raisedBy: work.ben,
      seenVersion: version + 1,
    }
    await raiseObjection(db, { ...objection, at: morning(13) })
    const { seen } = await showImpact(db, work.eve, work.second)
    const fall = { sourceId: work.second, kind: 'lost' as const, reason: 'Gone.', seen, by: work.eve }
    await recordFall(db, { ...fall, at: morning(14) })
    const bytes = Buffer.from(MILL.replace('burned on 2 May', 'burned down on 3 May'))
    await importDraft(db, {
      reportId: work.open,
      bytes,
      name: 'mill-2.md',
      importedBy: work.eve,
      at: morning(15),
    })
    const span = { from: morning(11), until: morning(20) }
    const digest = await loadDigest(db, work.eve, span)
    const told = digest.reports.flatMap(({ claims }) =>
      claims.map(({ kind, number, detail }) => [kind, number, detail]),
    )
    expect(told).toEqual([
      ['recheck', 2, 'asked for'],
      ['objection', 2, null],
      ['recheck', 2, 'source lost'],
      ['stale', 1, null],
    ])
    expect(digest.sources).toMatchObject([{ id: work.second, what: 'lost' }])
    expect(await loadDigest(db, work.eve, { from: morning(20), until: morning(30) })).toMatchObject({
      reports: [],
      sources: [],
    })
    await db.report.update({ where: { id: work.open }, data: { closed: true } })
    await db.reportMember.deleteMany({ where: { reportId: work.open } })
    expect(await loadDigest(db, work.eve, span)).toMatchObject({ reports: [], sources: [] })
  })
})

test('the digest reaches until the last Monday, six in the morning', () => {
  const at = (iso: string): string => lastDigestTime(new Date(iso)).toISOString()
  expect(at('2026-03-02T06:00:00Z')).toBe('2026-03-02T06:00:00.000Z')
  expect(at('2026-03-02T05:59:00Z')).toBe('2026-02-23T06:00:00.000Z')
  expect(at('2026-03-08T23:00:00Z')).toBe('2026-03-02T06:00:00.000Z')
})
