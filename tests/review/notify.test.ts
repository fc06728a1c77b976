import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { noticeInWords } from '../../src/review/notice.ts'
import { notify, type NewNotice } from '../../src/review/notify.ts'
import { assigneesOf, checkersOf } from '../../src/review/whom-to-tell.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const told = async (db: Database): Promise<string[]> =>
  (await db.notice.findMany({ include: { account: true }, orderBy: { account: { name: 'asc' } } })).map(
    ({ account }) => account.name,
  )

async function atWork(
  db: Database,
): Promise<ReportAtWork & { tell: (part?: Partial<NewNotice>) => Promise<number> }> {
  const work = await reportAtWork(db)
  const notice: NewNotice = {
    kind: 'checkers differ',
    reportId: work.report.id,
    claimId: work.claims[0]?.id ?? '',
    to: [work.ana.id, work.ben.id, work.eve.id],
    by: work.eve.id,
    at: morning(5),
  }
  return { ...work, tell: (part = {}) => inTransaction(db, (tx) => notify(tx, { ...notice, ...part })) }
}

describeOnBothDatabases('a notice', (makeDatabase) => {
  test('is for those who are named, once each, and not for who did it', async () => {
    const db = await makeDatabase()
    const { tell, ana, ben, eve } = await atWork(db)
    expect(await tell({ to: [ana.id, ana.id, ben.id, eve.id] })).toBe(2)
    expect(await told(db)).toEqual(['Ana', 'Ben'])
    expect(await tell({ to: [eve.id] })).toBe(0)
    expect(await tell({ to: [] })).toBe(0)
  })

  test('is not said again while it has not been seen', async () => {
    const db = await makeDatabase()
    const { tell, ana, claims } = await atWork(db)
    expect(await tell({ to: [ana.id] })).toBe(1)
    expect(await tell({ to: [ana.id] })).toBe(0)
    expect(await tell({ to: [ana.id], claimId: claims[1]?.id ?? '' })).toBe(1)
    expect(await tell({ to: [ana.id], claimId: null })).toBe(1)
    expect(await tell({ to: [ana.id], claimId: null })).toBe(0)
    expect(await tell({ to: [ana.id], kind: 'mentioned' })).toBe(1)
    await db.notice.updateMany({ data: { seenAt: morning(6) } })
    expect(await tell({ to: [ana.id] })).toBe(1)
  })

  test('is left for each hand-over note by itself', async () => {
    const db = await makeDatabase()
    const { tell, ana } = await atWork(db)
    const handOver = { kind: 'hand-over', claimId: null, to: [ana.id] } as const
    expect(await tell(handOver)).toBe(1)
    expect(await tell(handOver)).toBe(1)
  })

  test('reaches nobody who is suspended, belongs to the sample or may not read the report', async () => {
    const db = await makeDatabase()
    const { tell, report, ana, ben } = await atWork(db)
    await db.account.update({ where: { id: ben.id }, data: { suspendedAt: morning(2) } })
    expect(await tell()).toBe(1)
    await db.notice.deleteMany()
    await db.account.update({ where: { id: ben.id }, data: { suspendedAt: null, sample: true } })
    expect(await tell()).toBe(1)
    await db.notice.deleteMany()
    await db.account.update({ where: { id: ben.id }, data: { sample: false } })
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    expect(await tell()).toBe(0)
    await db.reportMember.create({
      data: { reportId: report.id, accountId: ana.id, addedAt: morning(3) },
    })
    expect(await tell()).toBe(1)
    expect(await told(db)).toEqual(['Ana'])
  })

  test('waits to be sent only for those who want it by e-mail', async () => {
    const db = await makeDatabase()
    const { tell, ana, ben } = await atWork(db)
    await db.account.update({ where: { id: ana.id }, data: { noticesBy: 'digest' } })
    await tell({ by: null })
    await tell({ by: null, kind: 'hand-over', onPageOnly: true })
    const waiting = await db.notice.findMany({ where: { mailedAt: null } })
    expect(waiting.map(({ accountId, kind }) => [accountId, kind])).toEqual([[ana.id, 'checkers differ']])
    expect(await db.notice.count({ where: { accountId: ben.id } })).toBe(2)
  })
})

describeOnBothDatabases('whom to tell of a claim', (makeDatabase) => {
  test('are those who ruled on it and did not take it back, and those it is assigned to', async () => {
    const db = await makeDatabase()
    const { claims, ana, ben, eve } = await reportAtWork(db)
    const claimId = claims[0]?.id ?? ''
    const ruling = { claimId, verdict: 'substantiated' } as const
    await recordVerdict(db, { ...ruling, checker: ana, seenVersion: 1, at: morning(2) })
    await recordVerdict(db, { ...ruling, checker: ben, seenVersion: 2, at: morning(3) })
    await withdrawVerdict(db, { claimId, checker: ben, seenVersion: 3, at: morning(4) })
    await db.assignment.createMany({
      data: [ana.id, ben.id].map((assigneeId, index) => ({
        id: `assignment-${index}`,
        claimId,
        assigneeId,
        assignedById: eve.id,
        at: morning(5),
        endedAt: assigneeId === ana.id ? morning(6) : null,
      })),
    })
    await inTransaction(db, async (tx) => {
      expect(await checkersOf(tx, claimId)).toEqual([ana.id])
      expect(await assigneesOf(tx, claimId)).toEqual([ben.id])
    })
  })
})

test('a notice in words names the claim by its number alone', () => {
  expect(noticeInWords('checkers differ', 12)).toBe('Checkers differ on claim 12')
  expect(noticeInWords('assigned', null)).toBe('You were assigned claims of a report')
  expect(noticeInWords('from a later version', 3)).toBe('Something happened on claim 3')
})
