import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { confirmReading } from '../../src/drafts/confirm-reading.ts'
import { Conflict, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { readingState } from '../../src/review/reading-state.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

describeOnBothDatabases('confirming a reading', (makeDatabase) => {
  async function desk() {
    const db = await makeDatabase()
    const work = await reportAtWork(db)
    const draft = await db.draft.findFirstOrThrow({ where: { reportId: work.report.id } })
    const confirm = (seenRevision = 0) =>
      confirmReading(db, { draftId: draft.id, seenRevision, confirmedBy: work.ana, at: morning(5) })
    return { db, draft, confirm, ...work }
  }

  const sentences = async (db: Database, chain: string) =>
    (await listEvents(db, { chain, limit: 50 })).items.map(describeEvent)

  test('is kept by name and date, once, with its event', async () => {
    const { db, draft, confirm, report } = await desk()
    expect(await readingState(db, draft.id)).toEqual({ revision: 0, confirmation: null, confirmed: false })
    await confirm()
    expect(await readingState(db, draft.id)).toMatchObject({
      confirmed: true,
      confirmation: { by: { name: 'Ana' }, at: morning(5), revision: 0 },
    })
    await expect(confirm()).rejects.toThrow('Ana has confirmed this reading already.')
    expect(await sentences(db, report.id)).toContain('Ana confirmed that draft 1 was read right')
    expect(await verifyChain(db, report.id)).toMatchObject({ events: 2, broken: null })
  })

  test('of another revision than the present one, of an older draft or by a reader is refused', async () => {
    const { db, draft, confirm, report } = await desk()
    await expect(confirm(1)).rejects.toThrow(Conflict)
    const ron = await addChecker(db, 'Ron', 'reader')
    const byRon = { draftId: draft.id, seenRevision: 0, confirmedBy: ron, at: morning(5) }
    await expect(confirmReading(db, byRon)).rejects.toThrow(NotAllowed)
    await expect(confirmReading(db, { ...byRon, draftId: 'none' })).rejects.toThrow(NotFound)
    await db.report.update({ where: { id: report.id }, data: { currentDraftId: null } })
    await expect(confirm()).rejects.toThrow('no longer the one at work')
    expect(await db.readingConfirmation.count()).toBe(0)
  })

  test('comes before every verdict where the report’s policy wants it, and before none elsewhere', async () => {
    const { db, confirm, report, claims, ana, eve } = await desk()
    const rule = (seenVersion: number) =>
      recordVerdict(db, {
        claimId: claims[0]!.id,
        checker: ana,
        verdict: 'substantiated',
        seenVersion,
        at: morning(6),
      })
    await rule(1)
    const policy = { requireConfirmedReading: true }
    await changeReportPolicy(db, { reportId: report.id, policy, changedBy: eve, at: morning(4) })
    await expect(rule(2)).rejects.toThrow('wants its reading confirmed before anybody rules')
    expect(await db.verdict.count()).toBe(1)
    await confirm()
    await rule(2)
    expect(await db.verdict.count()).toBe(2)
  })
})

describeOnBothDatabases('the policy of a report', (makeDatabase) => {
  test('is changed by an editor with an event, and without one where nothing changes', async () => {
    const db = await makeDatabase()
    const { report, ana, eve } = await reportAtWork(db)
    const set = (requireConfirmedReading: boolean, changedBy = eve) =>
      changeReportPolicy(db, {
        reportId: report.id,
        policy: { requireConfirmedReading },
        changedBy,
        at: morning(4),
      })
    await expect(set(true, ana)).rejects.toThrow(NotAllowed)
    await set(false)
    await set(true)
    await set(true)
    await set(false)
    const { items } = await listEvents(db, { chain: report.id, limit: 50 })
    expect(items.slice(1).map(describeEvent)).toEqual([
      'Eve asked for a confirmed reading before anybody rules',
      'Eve let everybody rule before the reading is confirmed',
    ])
  })
})
