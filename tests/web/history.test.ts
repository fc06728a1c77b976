import { beforeEach, expect, test } from 'vitest'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'
import { morning, type ReportAtWork, reportAtWork } from '../support/reports.ts'

/** Some minute of the day after the report's import. */
const nextDay = (minute: number): Date => new Date(morning(minute).getTime() + 24 * 60 * 60_000)

describeOnBothDatabases('the history of a report', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let reader: Browser

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    reader = await desk.as('reader')
    const ruling = { claimId: work.claims[1]!.id, checker: work.ana }
    await recordVerdict(desk.db, {
      ...ruling,
      verdict: 'disputed',
      reason: 'no-reply',
      seenVersion: 1,
      at: morning(5),
    })
    await withdrawVerdict(desk.db, { ...ruling, seenVersion: 2, at: nextDay(1) })
  })

  const history = async (query = ''): Promise<PageContent> =>
    pageContent((await reader.get(`/reports/${work.report.id}/history${query}`).expect(200)).text)

  test('is told in sentences, newest first, each day under its date, linked to the claim', async () => {
    const page = await history()
    expect(page.text).toMatch(
      /6 January 2026 Ana withdrew their verdict “disputed” on claim 2.* 5 January 2026 Ana marked claim 2 disputed: no reply.*Eve imported “The harbour fire” from harbour\.md: 4 claims/,
    )
    expect(page.text).toContain('Witnesses reportedly saw two boats')
    expect(page.hrefs).toContain(`/reports/${work.report.id}/desk?claim=2#claim`)
  })

  test('as of a day ends with that day, and nothing had happened before the first', async () => {
    const day = await history('?at=2026-01-05')
    expect(day.text).toContain('Ana marked claim 2 disputed')
    expect(day.text).not.toContain('withdrew')
    expect(day.elements.find(({ attributes }) => attributes['id'] === 'at')?.attributes['value']).toBe(
      '2026-01-05',
    )
    expect((await history('?at=2026-01-04')).text).toContain('Nothing had happened by then.')
  })

  test.each(['?at=yesterday', '?at=2026-02-31x', '?before=0', '?before=x&at='])(
    '%s is no day and no place: all of it is shown',
    async (query) => {
      expect((await history(query)).text).toContain('withdrew their verdict')
    },
  )

  test('is checked when somebody asks: it holds', async () => {
    expect((await history()).text).not.toContain('The history holds')
    expect((await history('?check=1')).text).toContain('The history holds: all 3 events')
  })

  test('that was tampered with says where it breaks', async () => {
    await desk.db.chain.update({ where: { id: work.report.id }, data: { hash: 'made up' } })
    const page = await history('?check=1')
    const alert = page.elements.find(({ attributes }) => attributes['role'] === 'alert')
    expect(alert?.text).toMatch(/^The history is broken at event 4:/)
    expect(page.text).not.toContain('The history holds')
  })
})

describeOnSqlite('a long history', (makeDatabase) => {
  test('is given a hundred events at a time, back to the first', async () => {
    const desk = testApp(await makeDatabase())
    const { report, claims, ana } = await reportAtWork(desk.db)
    for (let version = 1; version <= 110; version++)
      await recordVerdict(desk.db, {
        claimId: claims[0]!.id,
        checker: ana,
        verdict: 'substantiated',
        seenVersion: version,
        at: morning(1 + version),
      })
    const reader = await desk.as('reader')
    const path = `/reports/${report.id}/history`
    const first = pageContent((await reader.get(path)).text)
    expect(first.text.match(/· event/g)).toHaveLength(100)
    const earlier = first.hrefs.find((href) => href.startsWith('?before=')) ?? ''
    const second = pageContent((await reader.get(path + earlier).expect(200)).text)
    expect(second.text.match(/· event/g)).toHaveLength(11)
    expect(second.text).toContain('Eve imported')
    expect(second.text).not.toContain('Earlier')
  })
})
