import { beforeAll, expect, test } from 'vitest'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnSqlite('undo of what was decided on the words', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let ana: Browser

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    const account = { email: 'ana@desk.example', sample: false, suspendedAt: null, createdAt: desk.now }
    ana = await desk.asAccount({ ...work.ana, ...account })
  })

  test('the key takes back what was done last, and the claim is open again', async () => {
    const { id = '' } = work.claims[0] ?? {}
    const page = async (): Promise<string> => (await ana.get(`/claims/${id}`).expect(200)).text
    const undone = (html: string): string | undefined =>
      /<button[^>]*data-key="u"[^>]*>([^<]*)/.exec(html)?.[1]?.trim()
    const version = async () => (await desk.db.claim.findUniqueOrThrow({ where: { id } })).version

    await ana.post(`/claims/${id}/verdicts`, { verdict: 'substantiated', seenVersion: '1' }).expect(303)
    expect(undone(await page())).toContain('Withdraw your verdict')
    await ana
      .post(`/claims/${id}/outcomes`, { outcome: 'cut', seenVersion: String(await version()) })
      .expect(303)
    expect(undone(await page())).toBe('Take back your decision “cut”')
    await ana.post(`/claims/${id}/outcome-withdrawals`, { seenVersion: String(await version()) }).expect(303)
    expect(undone(await page())).toContain('Withdraw your verdict')
    expect(await desk.db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: 'stands' })
    await ana.post(`/claims/${id}/outcome-withdrawals`, { seenVersion: String(await version()) }).expect(409)
  })
})
