import { expect, test } from 'vitest'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

describeOnBothDatabases('recording a verdict', (makeDatabase) => {
  test('keeps the verdict, settles the claim and says so in the history', async () => {
    const db = await makeDatabase()
    const { report, claims, ana } = await reportAtWork(db)
    const ruled = await recordVerdict(db, {
      claimId: claims[0]!.id,
      checker: ana,
      verdict: 'substantiated',
      rationale: 'The log has it.',
      seenVersion: 1,
      at: morning(2),
    })
    expect(ruled).toMatchObject({
      version: 2,
      settlement: { status: 'substantiated', outcome: 'stands', settled: true },
    })
    expect(await db.verdict.count()).toBe(1)
    expect(await db.claim.findUniqueOrThrow({ where: { id: claims[0]!.id } })).toMatchObject({
      version: 2,
      status: 'substantiated',
      outcome: 'stands',
      settled: true,
    })
    const { items } = await listEvents(db, { chain: report.id, limit: 10 })
    expect(items.map((event) => event.kind)).toEqual(['report.imported', 'verdict.recorded'])
    expect(items[1]).toMatchObject({
      actorName: 'Ana',
      claimId: claims[0]!.id,
      payload: { verdict: 'substantiated' },
    })
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('on a version that somebody changed meanwhile is refused and nothing is written', async () => {
    const db = await makeDatabase()
    const { report, claims, ana, ben } = await reportAtWork(db)
    const ruling = { claimId: claims[0]!.id, seenVersion: 1, at: morning(2) }
    await recordVerdict(db, { ...ruling, checker: ana, verdict: 'substantiated' })
    const late = recordVerdict(db, {
      ...ruling,
      checker: ben,
      verdict: 'disputed',
      reason: 'detail-differs',
      rationale: 'No.',
    })
    await expect(late).rejects.toThrow(Conflict)
    expect(await db.verdict.count()).toBe(1)
    expect(await db.event.count({ where: { chain: report.id } })).toBe(2)
  })

  test('at the same moment by many lets exactly one win', async () => {
    const db = await makeDatabase()
    const { report, claims, ana, ben } = await reportAtWork(db)
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) =>
        recordVerdict(db, {
          claimId: claims[1]!.id,
          checker: i % 2 === 0 ? ana : ben,
          verdict: 'substantiated',
          seenVersion: 1,
          at: morning(2),
        }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect(await db.verdict.count()).toBe(1)
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('by two checkers who differ leaves the claim unsettled', async () => {
    const db = await makeDatabase()
    const { claims, ana, ben } = await reportAtWork(db)
    const claimId = claims[0]!.id
    await recordVerdict(db, {
      claimId,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(2),
    })
    const second = await recordVerdict(db, {
      claimId,
      checker: ben,
      verdict: 'disputed',
      reason: 'source-says-otherwise',
      seenVersion: 2,
      at: morning(3),
    })
    expect(second.settlement).toMatchObject({ differs: true, settled: false })
  })

  test('takes what it tests from the claim’s words unless told', async () => {
    const db = await makeDatabase()
    const { claims, ana } = await reportAtWork(db)
    const placement = await db.placement.findFirstOrThrow({ where: { claimId: claims[1]!.id } })
    await recordVerdict(db, {
      claimId: claims[1]!.id,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(2),
    })
    expect((await db.verdict.findFirstOrThrow()).tests).toBe(placement.tests)
  })

  test.each([
    ['an unknown claim', { claimId: 'nobody' }, NotFound],
    ['no reason for a dispute', { verdict: 'disputed' as const }, Invalid],
  ])('is refused with %s', async (_, change, refusal) => {
    const db = await makeDatabase()
    const { claims, ana } = await reportAtWork(db)
    const ruling = {
      claimId: claims[0]!.id,
      checker: ana,
      verdict: 'substantiated' as const,
      seenVersion: 1,
      at: morning(2),
    }
    await expect((async () => recordVerdict(db, { ...ruling, ...change }))()).rejects.toThrow(refusal)
    expect(await db.verdict.count()).toBe(0)
  })

  test('is refused to readers, and to strangers of a closed report, admins included', async () => {
    const db = await makeDatabase()
    const { report, claims, ana } = await reportAtWork(db)
    const ruling = {
      claimId: claims[0]!.id,
      verdict: 'substantiated' as const,
      seenVersion: 1,
      at: morning(2),
    }
    const reader = await addChecker(db, 'Rita', 'reader')
    await expect(recordVerdict(db, { ...ruling, checker: reader })).rejects.toThrow(NotAllowed)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    const admin = await addChecker(db, 'Ada', 'admin')
    await expect(recordVerdict(db, { ...ruling, checker: admin })).rejects.toThrow(NotFound)
    await db.reportMember.create({ data: { reportId: report.id, accountId: ana.id, addedAt: morning(1) } })
    await expect(recordVerdict(db, { ...ruling, checker: ana })).resolves.toMatchObject({ version: 2 })
  })

  test('lets only an editor let words stand over an objection, with a reason', async () => {
    const db = await makeDatabase()
    const { claims, ana, eve } = await reportAtWork(db)
    const ruling = {
      claimId: claims[0]!.id,
      verdict: 'disputed' as const,
      rationale: 'The chair insists.',
      outcome: 'stet' as const,
      seenVersion: 1,
      at: morning(2),
    }
    await expect(recordVerdict(db, { ...ruling, checker: ana })).rejects.toThrow(NotAllowed)
    expect((await recordVerdict(db, { ...ruling, checker: eve })).settlement.settled).toBe(true)
  })
})

describeOnBothDatabases('taking a verdict back', (makeDatabase) => {
  test('adds a row, keeps the verdict, and the claim is to check again', async () => {
    const db = await makeDatabase()
    const { report, claims, ana } = await reportAtWork(db)
    const claimId = claims[0]!.id
    await recordVerdict(db, {
      claimId,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(2),
    })
    const after = await withdrawVerdict(db, { claimId, checker: ana, seenVersion: 2, at: morning(3) })
    expect(after).toMatchObject({
      version: 3,
      settlement: { status: 'unreviewed', outcome: null, settled: false },
    })
    expect(await db.verdict.count()).toBe(2)
    const { items } = await listEvents(db, { chain: report.id, limit: 10 })
    expect(items.at(-1)).toMatchObject({
      kind: 'verdict.withdrawn',
      payload: { status: { from: 'substantiated', to: 'unreviewed' } },
    })
  })

  test('is refused where the checker has none of their own', async () => {
    const db = await makeDatabase()
    const { claims, ana, ben } = await reportAtWork(db)
    const claimId = claims[0]!.id
    await recordVerdict(db, {
      claimId,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(2),
    })
    await expect(
      withdrawVerdict(db, { claimId, checker: ben, seenVersion: 2, at: morning(3) }),
    ).rejects.toThrow(Conflict)
    expect(await db.verdict.count()).toBe(1)
  })
})

describeOnBothDatabases('deciding an outcome', (makeDatabase) => {
  test('leaves the verdict and changes what happens to the words', async () => {
    const db = await makeDatabase()
    const { report, claims, ana, ben } = await reportAtWork(db)
    const claimId = claims[0]!.id
    await recordVerdict(db, {
      claimId,
      checker: ana,
      verdict: 'disputed',
      reason: 'other',
      seenVersion: 1,
      at: morning(2),
    })
    const after = await decideOutcome(db, {
      claimId,
      decidedBy: ben,
      outcome: 'cut',
      seenVersion: 2,
      at: morning(3),
    })
    expect(after.settlement).toMatchObject({ status: 'disputed', outcome: 'cut', settled: true })
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('needs words where somebody has to answer for it', async () => {
    const db = await makeDatabase()
    const { claims, eve } = await reportAtWork(db)
    const decision = {
      claimId: claims[0]!.id,
      decidedBy: eve,
      outcome: 'not checked' as const,
      seenVersion: 1,
      at: morning(2),
    }
    await expect((async () => decideOutcome(db, decision))()).rejects.toThrow(Invalid)
    await expect(decideOutcome(db, { ...decision, reason: 'Common knowledge.' })).resolves.toMatchObject({
      version: 2,
    })
  })
})
