import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { closeReport } from '../../src/accounts/members/close-report.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('the people of a report', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let eve: Browser
  let page: string

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    eve = await desk.asAccount(work.eve as Account)
    page = `/reports/${work.report.id}/people`
  })

  test('say that it is open, and let an editor name people and close it', async () => {
    expect((await eve.get(page).expect(200)).text).toContain('open to the desk')
    await eve.post(page, { accountId: work.ana.id }).expect(303)
    await eve.post(`${page}/closing`, { closed: 'yes' }).expect(303)
    const { text } = await eve.get(page).expect(200)
    expect(text).toContain('>closed<')
    expect(text).toMatch(/Ana[\s\S]*Eve/)
    await (await desk.asAccount(work.ben as Account)).get(page).expect(404)
    const ana = await (await desk.asAccount(work.ana as Account)).get(page).expect(200)
    expect(ana.text).not.toContain('Name them')
    expect(ana.text).toContain('Leave')
  })

  test('tell the last editor on the page why they cannot leave', async () => {
    const { text } = await eve.post(`${page}/removals`, { accountId: work.eve.id }).expect(409)
    expect(text).toContain('The last editor who is in cannot leave a closed report')
    expect(text).toContain('href="#members"')
  })

  test('ask for a name when none was chosen', async () => {
    expect((await eve.post(page, {}).expect(422)).text).toContain('href="#accountId"')
  })

  test('list what those who are out left open, for whoever is in and for no one else', async () => {
    const { db } = desk
    const [first, second] = work.claims
    await db.objection.create({
      data: {
        id: 'objection',
        claim: { connect: { id: first?.id ?? '' } },
        words: { create: { id: 'words', salt: '', hash: '', body: 'The log is a copy.' } },
        raisedBy: { connect: { id: work.ben.id } },
        owner: { connect: { id: work.ben.id } },
        at: morning(6),
      },
    })
    await db.assignment.create({
      data: {
        id: 'assignment',
        claimId: second?.id ?? '',
        assigneeId: work.ben.id,
        assignedById: work.eve.id,
        at: morning(6),
        deadline: morning(30),
      },
    })
    const { text } = await eve.get(page).expect(200)
    expect(text).toContain('2 things wait')
    expect(text).toContain(`/claims/${first?.id ?? ''}`)
    const admin = await desk.as('admin')
    const atAdmin = `/accounts/${work.ben.id}/open-work`
    expect((await admin.get(atAdmin).expect(200)).text).toContain(
      'Nothing is open on the reports that you may read',
    )
    await closeReport(db, { reportId: work.report.id, closed: false, by: work.eve, at: morning(7) })
    expect((await eve.get(page)).text).not.toContain('things wait')
    const suspended = await admin.post(`/accounts/${work.ben.id}/suspension`).expect(303)
    expect(suspended.headers['location']).toBe(atAdmin)
    const list = (await admin.get(atAdmin).expect(200)).text
    for (const claim of [first, second]) expect(list).toContain(`/claims/${claim?.id ?? ''}`)
    expect((await eve.get(page)).text).toContain('2 things wait')
  })

  test('leave by themselves, and the report is gone for them', async () => {
    await eve.post(`${page}/closing`, { closed: 'yes' }).expect(303)
    const ana = await desk.asAccount(work.ana as Account)
    const left = await ana.post(`${page}/removals`, { accountId: work.ana.id }).expect(303)
    expect(left.headers['location']).toBe('/reports')
    await ana.get(page).expect(404)
  })
})
