import { beforeAll, expect, test } from 'vitest'
import { describeDesk } from '../support/desk-in-browser.ts'
import { type ReportAtWork, reportAtWork } from '../support/reports.ts'
import { atHand, untilAtHand } from './desk-steps.ts'

const WORDS = 'The log names another boat.'

describeDesk('a checker who is interrupted', { sample: false }, (openWindow, server) => {
  let work: ReportAtWork
  beforeAll(async () => {
    work = await reportAtWork(server().db)
  })

  const verdicts = (): Promise<number> => server().db.verdict.count()

  async function deskWithRationale() {
    const page = await openWindow(work.ana)
    await page.goto(`/reports/${work.report.id}/desk?claim=3`)
    await page.locator('.verdict-form details summary').click()
    await page.getByLabel('Rationale').fill(WORDS)
    return page
  }

  test('by a server out of reach is told that nothing was recorded, keeps the text, and sends it again', async () => {
    const page = await deskWithRationale()
    await page.route('**/verdicts', (route) => route.abort())
    await page.locator('#verdict-disputed').click()
    await page.getByText('The server cannot be reached, so nothing was recorded').waitFor()
    expect(await page.getByLabel('Rationale').inputValue()).toBe(WORDS)
    expect(await verdicts()).toBe(0)
    await page.unroute('**/verdicts')
    await page.locator('#verdict-disputed').click()
    await page.locator('.ruled').waitFor()
    expect(await verdicts()).toBe(1)
  })

  test('by being signed out elsewhere is told so, and keeps the text', async () => {
    const page = await deskWithRationale()
    const before = await verdicts()
    await server().db.session.deleteMany({ where: { accountId: work.ana.id } })
    await page.locator('#verdict-substantiated').click()
    await page.getByText('You were signed out, and nothing was saved').waitFor()
    expect(await page.getByLabel('Rationale').inputValue()).toBe(WORDS)
    expect(await verdicts()).toBe(before)
  })

  test('by another claim finds the text that was begun when they come back', async () => {
    const page = await deskWithRationale()
    await page.locator('#c4').click()
    await untilAtHand(page, 4)
    expect(await page.getByLabel('Rationale').inputValue()).toBe('')
    await page.goBack()
    await untilAtHand(page, 3)
    expect(await page.getByLabel('Rationale').inputValue()).toBe(WORDS)
    expect(await atHand(page)).toBe(3)
  })
})
