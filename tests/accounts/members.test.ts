import { expect, test } from 'vitest'
import { closeReport } from '../../src/accounts/members/close-report.ts'
import { listMembers } from '../../src/accounts/members/list-members.ts'
import { nameMember } from '../../src/accounts/members/name-member.ts'
import { removeMember } from '../../src/accounts/members/remove-member.ts'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyAllChains } from '../../src/history/verify-chain.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

const at = morning(5)

async function closed(db: Database) {
  const work = await reportAtWork(db)
  const reportId = work.report.id
  await closeReport(db, { reportId, closed: true, by: work.eve, at })
  const name = (accountId: string, by = work.eve) => nameMember(db, { reportId, accountId, by, at })
  const remove = (accountId: string, by = work.eve) => removeMember(db, { reportId, accountId, by, at })
  const names = async () => (await listMembers(db, work.eve, reportId)).members.map((member) => member.name)
  return { ...work, reportId, name, remove, names }
}

describeOnBothDatabases('a closed report', (makeDatabase) => {
  test('names whoever closed it, and whom they name; the history tells it', async () => {
    const db = await makeDatabase()
    const { reportId, ana, eve, name, remove, names } = await closed(db)
    await name(ana.id)
    await name(ana.id)
    expect(await names()).toEqual(['Ana', 'Eve'])
    await remove(ana.id)
    await closeReport(db, { reportId, closed: false, by: eve, at })
    await closeReport(db, { reportId, closed: false, by: eve, at })
    const { items } = await listEvents(db, { chain: reportId, limit: 20 })
    expect(items.slice(1).map(describeEvent)).toEqual([
      'Eve closed the report to everybody but Eve',
      'Eve named Ana on the report',
      'Eve took Ana off the report',
      'Eve opened the report to the desk',
    ])
    expect((await verifyAllChains(db)).filter((chain) => chain.broken !== null)).toEqual([])
  })

  test('is kept by its editors: reviewers who are in name nobody, but may leave', async () => {
    const db = await makeDatabase()
    const { ana, ben, name, remove, names } = await closed(db)
    await name(ana.id)
    await expect(name(ben.id, ana)).rejects.toThrow(NotAllowed)
    await name(ben.id)
    await expect(remove(ben.id, ana)).rejects.toThrow(NotAllowed)
    await remove(ana.id, ana)
    expect(await names()).toEqual(['Ben', 'Eve'])
  })

  test('does not exist for anybody else: administrators neither open it nor name themselves', async () => {
    const db = await makeDatabase()
    const { reportId, ana, name, remove } = await closed(db)
    const ada = await addChecker(db, 'Ada', 'admin')
    const opening = { reportId, closed: false, by: ada, at }
    for (const attempt of [
      () => name(ada.id, ada),
      () => remove(ana.id, ada),
      () => closeReport(db, opening),
      () => listMembers(db, ada, reportId),
    ])
      await expect(attempt()).rejects.toThrow(NotFound)
    expect((await db.report.findUniqueOrThrow({ where: { id: reportId } })).closed).toBe(true)
  })

  test('keeps the last editor in: readers alone could never let anybody in again', async () => {
    const db = await makeDatabase()
    const { ana, eve, name, remove } = await closed(db)
    const max = await addChecker(db, 'Max', 'editor')
    await name(ana.id)
    await expect(remove(eve.id)).rejects.toThrow(Conflict)
    await name(max.id)
    await db.account.update({ where: { id: max.id }, data: { suspendedAt: at } })
    await expect(remove(eve.id)).rejects.toThrow(Conflict)
    await db.account.update({ where: { id: max.id }, data: { suspendedAt: null } })
    const both = await Promise.allSettled([remove(eve.id), remove(max.id, max)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.reportMember.count()).toBe(2)
  })

  test('names nobody who cannot sign in, and takes off nobody who is not named', async () => {
    const db = await makeDatabase()
    const { ana, ben, name, remove } = await closed(db)
    await db.account.update({ where: { id: ana.id }, data: { suspendedAt: at } })
    for (const tried of [name(ana.id), name('nobody'), remove(ben.id)])
      await expect(tried).rejects.toThrow(Invalid)
  })

  test('is never the sample', async () => {
    const db = await makeDatabase()
    const { report, eve } = await reportAtWork(db)
    await db.report.update({ where: { id: report.id }, data: { sample: true } })
    const closing = closeReport(db, { reportId: report.id, closed: true, by: eve, at })
    await expect(closing).rejects.toThrow('belongs to the sample')
  })
})
