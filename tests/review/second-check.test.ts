import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { closeObjection } from '../../src/review/close-objection.ts'
import { decideDifference } from '../../src/review/decide-difference.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { raiseObjection } from '../../src/review/raise-objection.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { DEFAULT_POLICY } from '../../src/review/report-policy.ts'
import { lotOf, needsSecond } from '../../src/review/second-check.ts'
import { setRisk } from '../../src/review/set-risk.ts'
import { takeOverObjection } from '../../src/review/take-over-objection.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, importMarkdown, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describe('whether a second person is asked for', () => {
  const claims = Array.from({ length: 2000 }, (_, i) => ({
    reportId: 'abc',
    number: i + 1,
    risk: 'ordinary',
  }))
  const asked = (policy: Partial<typeof DEFAULT_POLICY>) =>
    claims.filter((claim) => needsSecond({ ...DEFAULT_POLICY, ...policy }, claim))

  test('is none, all or a share that comes close to its percentage', () => {
    expect(asked({})).toHaveLength(0)
    expect(asked({ secondCheck: 'all' })).toHaveLength(claims.length)
    expect(asked({ secondCheck: 'share', share: 100 })).toHaveLength(claims.length)
    const share = asked({ secondCheck: 'share', share: 20 }).length / claims.length
    expect(share).toBeGreaterThan(0.17)
    expect(share).toBeLessThan(0.23)
  })

  test('is drawn alike whoever asks, otherwise for another report, and a larger share holds the smaller one', () => {
    expect(asked({ secondCheck: 'share', share: 20 })).toEqual(asked({ secondCheck: 'share', share: 20 }))
    const larger = new Set(asked({ secondCheck: 'share', share: 40 }))
    expect(asked({ secondCheck: 'share', share: 20 }).every((claim) => larger.has(claim))).toBe(true)
    expect(lotOf({ reportId: 'abc', number: 1 })).not.toBe(lotOf({ reportId: 'abd', number: 1 }))
  })

  test('is so for every claim of high risk wherever anything is asked for', () => {
    for (const secondCheck of ['all', 'high-risk', 'share'] as const)
      expect(needsSecond({ secondCheck, share: 1 }, { reportId: 'x', number: 3, risk: 'high' })).toBe(true)
    expect(needsSecond({ secondCheck: 'none', share: 1 }, { reportId: 'x', number: 3, risk: 'high' })).toBe(
      false,
    )
  })
})

describeOnBothDatabases('more than one checker', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let cleo: Actor
  let minute = 2

  beforeAll(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
    cleo = await addChecker(db, 'Cleo')
  })

  /** A report of its own with four claims: what one test does is nothing to the others. */
  async function fresh(policy: Partial<typeof DEFAULT_POLICY> = {}) {
    const text = `# Harbour ${++minute}\n\nThe fire broke out at ${minute}. The log was signed at noon. Two boats left. Nobody was hurt.`
    const report = await importMarkdown(db, `harbour-${minute}.md`, text, work.eve)
    await changeReportPolicy(db, { reportId: report.id, policy, changedBy: work.eve, at: morning(2) })
    const claims = await db.claim.findMany({ where: { reportId: report.id }, orderBy: { number: 'asc' } })
    return { report, claim: claims[0]!, claims }
  }

  const now = (id: string) => db.claim.findUniqueOrThrow({ where: { id } })

  async function rule(id: string, checker: Actor, verdict: 'substantiated' | 'disputed') {
    const { version } = await now(id)
    const reason = verdict === 'disputed' ? ('detail-differs' as const) : undefined
    return recordVerdict(db, {
      claimId: id,
      checker,
      verdict,
      reason,
      seenVersion: version,
      at: morning(++minute),
    })
  }

  test('a claim that needs a second person is settled by two different people who agree, and says how many they were', async () => {
    const { claim, report } = await fresh({ secondCheck: 'all' })
    await rule(claim.id, work.ana, 'substantiated')
    expect(await now(claim.id)).toMatchObject({ checkers: 1, needsSecond: true, settled: false })
    await rule(claim.id, work.ben, 'substantiated')
    expect(await now(claim.id)).toMatchObject({ checkers: 2, differs: false, settled: true })
    await withdrawVerdict(db, {
      claimId: claim.id,
      checker: work.ben,
      seenVersion: (await now(claim.id)).version,
      at: morning(++minute),
    })
    expect(await now(claim.id)).toMatchObject({ checkers: 1, settled: false })
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('nobody seconds themselves, administrators included', async () => {
    const { claim } = await fresh({ secondCheck: 'all' })
    const admin = await addChecker(db, `Admin${++minute}`, 'admin')
    for (const checker of [admin, admin, admin]) await rule(claim.id, checker, 'substantiated')
    expect(await now(claim.id)).toMatchObject({ checkers: 1, settled: false })
  })

  test('a change of the policy settles and unsettles all claims at once, and leaves their versions', async () => {
    const { claims, report } = await fresh()
    for (const { id } of claims.slice(0, 2)) await rule(id, work.ana, 'substantiated')
    await rule(claims[1]!.id, work.ben, 'substantiated')
    const settled = async () =>
      (await db.claim.findMany({ where: { reportId: report.id }, orderBy: { number: 'asc' } })).map(
        (claim) => [claim.needsSecond, claim.settled],
      )
    const before = await db.claim.findMany({ where: { reportId: report.id }, select: { version: true } })
    const change = { reportId: report.id, changedBy: work.eve, at: morning(++minute) }
    await changeReportPolicy(db, { ...change, policy: { secondCheck: 'all' } })
    expect((await settled()).slice(0, 3)).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ])
    await changeReportPolicy(db, { ...change, policy: { secondCheck: 'none' } })
    expect((await settled()).slice(0, 3)).toEqual([
      [false, true],
      [false, true],
      [false, false],
    ])
    expect(await db.claim.findMany({ where: { reportId: report.id }, select: { version: true } })).toEqual(
      before,
    )
  })

  test('what a changed policy leaves out stays as it was', async () => {
    const { report } = await fresh({ secondCheck: 'share', share: 30, blindSecond: true })
    const changed = await changeReportPolicy(db, {
      reportId: report.id,
      policy: { requireConfirmedReading: true },
      changedBy: work.eve,
      at: morning(++minute),
    })
    expect(changed).toEqual({
      requireConfirmedReading: true,
      secondCheck: 'share',
      share: 30,
      blindSecond: true,
      rules: {},
      signOffs: [],
    })
  })

  test('risk is raised by a reviewer, and lowered only by an editor or a lawyer who says why', async () => {
    const { claim } = await fresh({ secondCheck: 'high-risk' })
    await rule(claim.id, work.ana, 'substantiated')
    expect(await now(claim.id)).toMatchObject({ settled: true })
    const set = async (setBy: Actor, risk: 'ordinary' | 'high', reason?: string) =>
      setRisk(db, {
        claimId: claim.id,
        setBy,
        risk,
        reason,
        seenVersion: (await now(claim.id)).version,
        at: morning(++minute),
      })
    await set(work.ana, 'high')
    expect(await now(claim.id)).toMatchObject({ risk: 'high', needsSecond: true, settled: false })
    await expect(set(work.ana, 'high')).rejects.toThrow(Conflict)
    await expect(set(work.ana, 'ordinary', 'It is nothing.')).rejects.toThrow(NotAllowed)
    await expect(set(work.eve, 'ordinary', '  ')).rejects.toThrow(Invalid)
    const lawyer = { ...(await addChecker(db, `Lena${++minute}`, 'reader')), legal: true }
    await db.account.update({ where: { id: lawyer.id }, data: { legal: true } })
    await set(lawyer, 'ordinary', 'No living person is named.')
    expect(await now(claim.id)).toMatchObject({ risk: 'ordinary', needsSecond: false, settled: true })
  })

  test('where checkers differ a third person decides by name, and neither of them', async () => {
    const { claim } = await fresh({ secondCheck: 'all' })
    await rule(claim.id, work.ana, 'substantiated')
    const decide = async (decidedBy: Actor, reason = 'The log itself says so.') =>
      decideDifference(db, {
        claimId: claim.id,
        verdict: 'substantiated',
        reason,
        decidedBy,
        seenVersion: (await now(claim.id)).version,
        at: morning(++minute),
      })
    await expect(decide(cleo)).rejects.toThrow('do not differ')
    await rule(claim.id, work.ben, 'disputed')
    expect(await now(claim.id)).toMatchObject({ differs: true, settled: false, checkers: 2 })
    expect(await db.notice.findMany({ where: { claimId: claim.id } })).toMatchObject([
      { accountId: work.ana.id, kind: 'checkers differ', causedById: work.ben.id },
    ])
    await expect(decide(work.ana)).rejects.toThrow(NotAllowed)
    await expect(decide(work.ben)).rejects.toThrow(NotAllowed)
    await expect(decide(cleo, ' ')).rejects.toThrow(Invalid)
    await decide(cleo)
    expect(await now(claim.id)).toMatchObject({ status: 'substantiated', differs: false, settled: true })
    await rule(claim.id, work.ben, 'disputed')
    expect(await now(claim.id)).toMatchObject({ differs: true, settled: false })
    await rule(claim.id, work.ben, 'substantiated')
    expect(await now(claim.id)).toMatchObject({ differs: false, settled: true })
  })

  test('an objection keeps the claim unsettled until its owner closes it', async () => {
    const { claim, report } = await fresh()
    await rule(claim.id, work.ana, 'substantiated')
    const { id } = await raiseObjection(db, {
      claimId: claim.id,
      words: 'The time is of the alarm, not of the fire.',
      raisedBy: work.ben,
      seenVersion: 2,
      at: morning(++minute),
    })
    expect(await now(claim.id)).toMatchObject({ objections: 1, settled: false })
    const close = (closedBy: Actor) =>
      closeObjection(db, { objectionId: id, closedBy, words: 'Settled by phone.', at: morning(++minute) })
    await expect(close(work.eve)).rejects.toThrow('Only Ben can close this objection')
    await expect(
      takeOverObjection(db, { objectionId: id, takenOverBy: work.eve, at: morning(++minute) }),
    ).rejects.toThrow('Ben is still here')
    await close(work.ben)
    expect(await now(claim.id)).toMatchObject({ objections: 0, settled: true })
    await expect(close(work.ben)).rejects.toThrow(Conflict)
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('when the owner of an objection has left, an editor takes it over by name and may close it', async () => {
    const { claim } = await fresh()
    const gone = await addChecker(db, `Gus${++minute}`)
    const raised = await raiseObjection(db, {
      claimId: claim.id,
      words: 'No.',
      raisedBy: gone,
      seenVersion: 1,
      at: morning(++minute),
    })
    await db.account.update({ where: { id: gone.id }, data: { suspendedAt: morning(minute) } })
    const take = (takenOverBy: Actor) =>
      takeOverObjection(db, { objectionId: raised.id, takenOverBy, at: morning(++minute) })
    await expect(take(work.ana)).rejects.toThrow(NotAllowed)
    await take(work.eve)
    await closeObjection(db, { objectionId: raised.id, closedBy: work.eve, at: morning(++minute) })
    expect(await now(claim.id)).toMatchObject({ objections: 0 })
  })

  test('stet lets a claim stand over the objections raised before it, which stay visible, and over no later one', async () => {
    const { claim } = await fresh()
    await rule(claim.id, work.ana, 'substantiated')
    const object = async () =>
      raiseObjection(db, {
        claimId: claim.id,
        words: 'Still no.',
        raisedBy: work.ben,
        seenVersion: (await now(claim.id)).version,
        at: morning(++minute),
      })
    await object()
    await decideOutcome(db, {
      claimId: claim.id,
      outcome: 'stet',
      reason: 'The fire brigade confirmed it in writing.',
      decidedBy: work.eve,
      seenVersion: (await now(claim.id)).version,
      at: morning(++minute),
    })
    expect(await now(claim.id)).toMatchObject({ outcome: 'stet', objections: 1, settled: true })
    await object()
    expect(await now(claim.id)).toMatchObject({ objections: 2, settled: false })
  })

  test('an objection on a version that changed meanwhile is a conflict, and nothing is written', async () => {
    const { claim } = await fresh()
    await rule(claim.id, work.ana, 'disputed')
    const late = raiseObjection(db, {
      claimId: claim.id,
      words: 'Late.',
      raisedBy: work.ben,
      seenVersion: 1,
      at: morning(++minute),
    })
    await expect(late).rejects.toThrow(Conflict)
    expect(await db.objection.count({ where: { claimId: claim.id } })).toBe(0)
  })
})
