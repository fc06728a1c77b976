import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import { changeRole } from '../../src/accounts/change-role.ts'
import { assertMayLearnOf, reportObjects } from '../../src/accounts/report-objects.ts'
import { suspendAccount } from '../../src/accounts/suspend-account.ts'
import type { Database } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { Conflict, NotAllowed, NotFound } from '../../src/errors.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, HARBOUR_REPORT, morning, reportAtWork } from '../support/reports.ts'

/** What somebody sends to the first claim of a report, as three verbs. */
async function sends(db: Database, claimId: string, who: Actor): Promise<PromiseSettledResult<unknown>[]> {
  const citation = await db.citation.findFirstOrThrow({
    where: { note: { draft: { reportId: await reportOf(db, claimId) } } },
  })
  return Promise.allSettled([
    recordVerdict(db, { claimId, checker: who, verdict: 'substantiated', seenVersion: 1, at: morning(5) }),
    decideOutcome(db, { claimId, decidedBy: who, outcome: 'cut', seenVersion: 1, at: morning(5) }),
    judgeEvidence(db, {
      claimId,
      judgedBy: who,
      citationId: citation.id,
      judgement: 'supports',
      at: morning(5),
    }),
  ])
}

async function reportOf(db: Database, claimId: string): Promise<string> {
  return (await db.claim.findUniqueOrThrow({ where: { id: claimId } })).reportId
}

const reasonsOf = (results: PromiseSettledResult<unknown>[]): unknown[] =>
  results.map((result) => (result.status === 'rejected' ? (result.reason as unknown) : 'done'))

describeOnBothDatabases('who lost access a moment ago', (makeDatabase) => {
  test('is refused by every verb that was on its way, and leaves nothing', async () => {
    const db = await makeDatabase()
    const { ana, claims } = await reportAtWork(db)
    const admin = await addChecker(db, 'Ada', 'admin')
    await suspendAccount(db, { accountId: ana.id, by: admin, at: morning(4) })
    for (const reason of reasonsOf(await sends(db, claims[0]?.id ?? '', ana)))
      expect(reason).toBeInstanceOf(NotAllowed)
    expect(await db.verdict.count()).toBe(0)
    expect(await db.outcomeDecision.count()).toBe(0)
    expect(await db.evidence.count()).toBe(0)
  })

  test('a verdict that waits for its turn behind the suspension is refused', async () => {
    const db = await makeDatabase()
    const { ana, claims } = await reportAtWork(db)
    const admin = await addChecker(db, 'Ada', 'admin')
    const claimId = claims[0]?.id ?? ''
    const [suspended, ruled] = await Promise.allSettled([
      suspendAccount(db, { accountId: ana.id, by: admin, at: morning(4) }),
      recordVerdict(db, { claimId, checker: ana, verdict: 'substantiated', seenVersion: 1, at: morning(4) }),
    ])
    expect(suspended.status).toBe('fulfilled')
    expect(ruled).toMatchObject({
      status: 'rejected',
      reason: new NotAllowed('Your account was suspended meanwhile. Nothing was saved.'),
    })
  })

  test('by a lesser role is judged by the role of now', async () => {
    const db = await makeDatabase()
    const { eve } = await reportAtWork(db)
    const admin = await addChecker(db, 'Ada', 'admin')
    await changeRole(db, { accountId: eve.id, role: 'reviewer', legal: false, by: admin, at: morning(4) })
    const file = { bytes: Buffer.from(HARBOUR_REPORT), name: 'again.md', at: morning(5) }
    await expect(importReport(db, { ...file, importedBy: eve })).rejects.toThrow('your role is reviewer')
    expect(await db.report.count()).toBe(1)
  })

  test('as an administrator gives nobody a role any more', async () => {
    const db = await makeDatabase()
    const [ada, bo] = [await addChecker(db, 'Ada', 'admin'), await addChecker(db, 'Bo', 'admin')]
    await db.account.updateMany({ data: { passwordHash: 'set' } })
    const role = { accountId: bo.id, role: 'reader', legal: false, at: morning(4) } as const
    await changeRole(db, { ...role, by: ada })
    const back = { accountId: ada.id, role: 'reader', legal: false, by: bo, at: morning(5) } as const
    await expect(changeRole(db, back)).rejects.toThrow(NotAllowed)
  })

  test('is told of a claim in a closed report what is told of one that never was', async () => {
    const db = await makeDatabase()
    const { ana, claims, report } = await reportAtWork(db)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    for (const reason of reasonsOf(await sends(db, claims[0]?.id ?? '', ana)))
      expect(reason).toBeInstanceOf(NotFound)
    await db.reportMember.create({ data: { reportId: report.id, accountId: ana.id, addedAt: morning(3) } })
    const again = reasonsOf(await sends(db, claims[0]?.id ?? '', ana))
    expect(again.filter((reason) => reason === 'done' || reason instanceof Conflict)).toHaveLength(3)
  })
})

describeOnBothDatabases('learning of what belongs to a report', (makeDatabase) => {
  test('asks about every kind of thing, and finds none where there is none', async () => {
    const db = await makeDatabase()
    const { ana } = await reportAtWork(db)
    for (const object of reportObjects)
      for (const id of ['none', '', 'x'.repeat(65), 'a\0b', '../..'])
        await expect(assertMayLearnOf(db, ana, object, id)).rejects.toThrow(
          new NotFound('There is no such report.'),
        )
  })

  test('is for everyone where the report is open, and for whom it names where it is closed', async () => {
    const db = await makeDatabase()
    const { ana, ben, report, claims } = await reportAtWork(db)
    const draft = await db.draft.findFirstOrThrow()
    const things = [
      ['report', report.id],
      ['claim', claims[0]?.id ?? ''],
      ['draft', draft.id],
    ] as const
    for (const [object, id] of things) await assertMayLearnOf(db, ben, object, id)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    await db.reportMember.create({ data: { reportId: report.id, accountId: ana.id, addedAt: morning(3) } })
    for (const [object, id] of things) {
      await inTransaction(db, (tx) => assertMayLearnOf(tx, ana, object, id))
      await expect(assertMayLearnOf(db, ben, object, id)).rejects.toThrow(NotFound)
    }
  })
})
