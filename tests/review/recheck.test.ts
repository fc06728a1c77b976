import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import { listClaims } from '../../src/claims/list-claims.ts'
import type { Database } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { askForRecheck } from '../../src/review/ask-for-recheck.ts'
import { askRecheck } from '../../src/review/ask-recheck.ts'
import { closeRecheck } from '../../src/review/close-recheck.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { listRechecks } from '../../src/review/list-rechecks.ts'
import { loadQueue } from '../../src/review/load-queue.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, importMarkdown, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('a re-check', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let minute = 2

  beforeAll(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
  })

  /** A report of its own whose first claim Ana found substantiated. */
  async function ruled() {
    const text = `# Lock ${++minute}\n\nThe lock opened at ${minute}. The keeper was asleep.`
    const report = await importMarkdown(db, `lock-${minute}.md`, text, work.eve)
    const [claim, other] = await db.claim.findMany({
      where: { reportId: report.id },
      orderBy: { number: 'asc' },
    })
    await rule(claim!.id, work.ana)
    return { report, id: claim!.id, other: other!.id }
  }

  const now = (id: string) => db.claim.findUniqueOrThrow({ where: { id } })

  async function rule(id: string, checker: Actor) {
    const { version } = await now(id)
    const at = morning(++minute)
    return recordVerdict(db, { claimId: id, checker, verdict: 'substantiated', seenVersion: version, at })
  }

  async function ask(id: string, words = 'The minister corrected the figure.', askedBy = work.eve) {
    const { version } = await now(id)
    return askForRecheck(db, { claimId: id, words, askedBy, seenVersion: version, at: morning(++minute) })
  }

  async function stands(id: string, closedBy: Actor) {
    const { version } = await now(id)
    return closeRecheck(db, { claimId: id, closedBy, seenVersion: version, at: morning(++minute) })
  }

  const sentences = async (reportId: string): Promise<string[]> =>
    (await listEvents(db, { chain: reportId, limit: 100 })).items.map(describeEvent)

  test('unsettles a claim whose verdict stays, and is an event of its report', async () => {
    const { report, id } = await ruled()
    expect(await now(id)).toMatchObject({ settled: true, rechecks: 0 })
    const asked = await ask(id)
    expect(await now(id)).toMatchObject({
      status: 'substantiated',
      settled: false,
      stale: false,
      rechecks: 1,
      version: asked.version,
    })
    expect((await sentences(report.id)).at(-1)).toBe(
      'Eve asked for claim 1 to be checked again: in words of their own',
    )
    expect((await verifyChain(db, report.id)).broken).toBeNull()
    const { id: draftId } = await db.draft.findFirstOrThrow({ where: { reportId: report.id } })
    const { items } = await listClaims(db, draftId, { status: 'recheck' }, { limit: 10 })
    expect(items.map(({ number, rechecks }) => ({ number, rechecks }))).toEqual([{ number: 1, rechecks: 1 }])
  })

  test('waits in the queue of whoever ruled, and they are told', async () => {
    const { id } = await ruled()
    await ask(id)
    const waits = async (person: Actor) =>
      (await loadQueue(db, person, morning(50)))
        .filter(({ group }) => group === 'recheck')
        .flatMap(({ items }) => items)
        .filter(({ claimId }) => claimId === id)
    expect(await waits(work.ana)).toMatchObject([{ claimNumber: 1, detail: 'asked for' }])
    expect(await waits(work.ben)).toEqual([])
    expect(await waits(work.eve)).toEqual([])
    expect(
      await db.notice.count({ where: { claimId: id, kind: 'recheck asked', accountId: work.ana.id } }),
    ).toBe(1)
    await db.account.update({ where: { id: work.ana.id }, data: { suspendedAt: morning(1) } })
    try {
      expect(await waits(work.eve)).toMatchObject([{ claimNumber: 1 }])
      expect(await waits(work.ben)).toEqual([])
    } finally {
      await db.account.update({ where: { id: work.ana.id }, data: { suspendedAt: null } })
    }
  })

  test('is closed by the next verdict on the words, whoever gives it, and open again when that is taken back', async () => {
    const { report, id } = await ruled()
    await ask(id)
    const { settlement } = await rule(id, work.ben)
    expect(settlement).toMatchObject({ settled: true, rechecks: 0 })
    expect(await listRechecks(db, id)).toMatchObject([
      { closedBy: { name: 'Ben' }, askedBy: { name: 'Eve' } },
    ])
    const { version } = await now(id)
    await withdrawVerdict(db, { claimId: id, checker: work.ben, seenVersion: version, at: morning(++minute) })
    expect(await now(id)).toMatchObject({ settled: false, rechecks: 1 })
    expect(await listRechecks(db, id)).toMatchObject([{ closedBy: null, closedAt: null }])
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('is closed by who says that the claim still stands; the verdict stays its checker’s', async () => {
    const { report, id } = await ruled()
    await ask(id)
    const closed = await stands(id, work.ben)
    expect(closed.settlement).toMatchObject({
      status: 'substantiated',
      settled: true,
      rechecks: 0,
      checkers: 1,
    })
    expect((await sentences(report.id)).at(-1)).toBe(
      'Ben checked claim 1 again: it still stands as substantiated',
    )
    expect(await db.verdict.count({ where: { claimId: id } })).toBe(1)
    await expect(stands(id, work.ben)).rejects.toThrow(Conflict)
  })

  test('keeps a claim unsettled over every outcome', async () => {
    const { id } = await ruled()
    await ask(id)
    const { version } = await now(id)
    const given = { claimId: id, decidedBy: work.eve, seenVersion: version, at: morning(++minute) }
    await decideOutcome(db, { ...given, outcome: 'stet', reason: 'The proof is good.' })
    expect(await now(id)).toMatchObject({ outcome: 'stet', settled: false, rechecks: 1 })
  })

  test('of a claim that nobody ruled on is closed by ruling alone', async () => {
    const { other } = await ruled()
    await ask(other)
    await expect(stands(other, work.ben)).rejects.toThrow(/rule on it/)
    expect((await rule(other, work.ben)).settlement).toMatchObject({ settled: true, rechecks: 0 })
  })

  test('is for editors to ask, in words, once at a time, on the claim as they saw it', async () => {
    const { id } = await ruled()
    await expect(ask(id, 'Again.', work.ben)).rejects.toThrow(NotAllowed)
    await expect(ask(id, '  ')).rejects.toThrow(Invalid)
    await ask(id)
    const words = await db.sealedText.count()
    await expect(ask(id)).rejects.toThrow(/asked for already/)
    expect(await db.sealedText.count()).toBe(words)
    const late = { claimId: id, words: 'Again.', askedBy: work.eve, seenVersion: 1, at: morning(50) }
    await expect(askForRecheck(db, late)).rejects.toThrow(/changed since/)
    await expect(askForRecheck(db, { ...late, claimId: 'none' })).rejects.toThrow(NotFound)
    const reader = await addChecker(db, `Reader-${minute}`, 'reader')
    await expect(stands(id, reader)).rejects.toThrow(NotAllowed)
  })

  test('is asked once for each cause and source while one is open, over many claims and reports', async () => {
    const [one, two] = [await ruled(), await ruled()]
    const claimIds = [one.id, two.id, one.other, one.id]
    const askAll = (because: 'link died' | 'source lost') =>
      inTransaction(db, (tx) => askRecheck(tx, { claimIds, because, askedBy: null, at: morning(55) }))
    expect(await askAll('link died')).toHaveLength(3)
    expect(await askAll('link died')).toEqual([])
    await rule(two.id, work.ben)
    expect((await askAll('link died')).map(({ claimId }) => claimId)).toEqual([two.id])
    expect(await askAll('source lost')).toHaveLength(3)
    expect(await now(one.id)).toMatchObject({ rechecks: 2, settled: false })
    expect(await stands(one.id, work.ana)).toMatchObject({ settlement: { rechecks: 0, settled: true } })
    expect(
      (await sentences(one.report.id)).some(
        (line) => line === 'Stet asked for claim 2 to be checked again: a link died',
      ),
    ).toBe(true)
    expect((await verifyChain(db, one.report.id)).broken).toBeNull()
    expect((await verifyChain(db, two.report.id)).broken).toBeNull()
  })

  test('cannot be confirmed by whom the first check is hidden from', async () => {
    const { report, id } = await ruled()
    const policy = { secondCheck: 'all', blindSecond: true } as const
    await changeReportPolicy(db, { reportId: report.id, policy, changedBy: work.eve, at: morning(++minute) })
    await ask(id)
    await expect(stands(id, work.ben)).rejects.toThrow(/rule on it/)
    expect((await stands(id, work.ana)).settlement).toMatchObject({ rechecks: 0, settled: false })
  })
})
