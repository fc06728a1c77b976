import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { Conflict, NotAllowed } from '../../src/errors.ts'
import { verifyNamedChain } from '../../src/history/verify-chain.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { withdrawOutcome } from '../../src/review/withdraw-outcome.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('taking an outcome back', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let minute = 10

  beforeAll(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
  })

  const claimAt = (index: number) =>
    db.claim.findUniqueOrThrow({ where: { id: work.claims[index]?.id ?? '' } })
  const seen = async (index: number) => {
    const { id: claimId, version: seenVersion } = await claimAt(index)
    return { claimId, seenVersion, at: morning(++minute) }
  }

  test('what was decided before it counts again, and the history tells of both', async () => {
    await decideOutcome(db, { ...(await seen(0)), decidedBy: work.ana, outcome: 'on author' })
    await decideOutcome(db, { ...(await seen(0)), decidedBy: work.ana, outcome: 'cut' })
    const first = await withdrawOutcome(db, { ...(await seen(0)), decidedBy: work.ana })
    expect(first.settlement.outcome).toBe('on author')
    await withdrawOutcome(db, { ...(await seen(0)), decidedBy: work.ana })
    expect(await claimAt(0)).toMatchObject({ outcome: null, settled: false, version: first.version + 1 })
    await expect(withdrawOutcome(db, { ...(await seen(0)), decidedBy: work.ana })).rejects.toThrow(Conflict)
    const events = await db.event.findMany({
      where: { chain: work.report.id, kind: { startsWith: 'outcome.' } },
      orderBy: { seq: 'asc' },
    })
    expect(events.map(({ kind }) => kind)).toEqual([
      'outcome.decided',
      'outcome.decided',
      'outcome.withdrawn',
      'outcome.withdrawn',
    ])
    expect((await verifyNamedChain(db, work.report.id)).broken).toBeNull()
    expect(await db.outcomeDecision.count({ where: { claimId: work.claims[0]?.id ?? '' } })).toBe(4)
  })

  test('nobody takes back what another decided, nor a query’s', async () => {
    await decideOutcome(db, { ...(await seen(1)), decidedBy: work.ana, outcome: 'cut' })
    await expect(withdrawOutcome(db, { ...(await seen(1)), decidedBy: work.eve })).rejects.toThrow(Conflict)
    const reader = await accountWithRole(db, 'reader')
    await expect(withdrawOutcome(db, { ...(await seen(1)), decidedBy: reader })).rejects.toThrow(NotAllowed)
    await expect(
      withdrawOutcome(db, { ...(await seen(1)), decidedBy: work.ana, seenVersion: 1 }),
    ).rejects.toThrow(Conflict)
    await askQuery(db, { ...(await seen(2)), askedBy: work.ben, words: 'Which log?' })
    await expect(withdrawOutcome(db, { ...(await seen(2)), decidedBy: work.ben })).rejects.toThrow(Conflict)
    expect(await claimAt(1)).toMatchObject({ outcome: 'cut' })
    expect(await claimAt(2)).toMatchObject({ outcome: 'query open' })
  })
})
