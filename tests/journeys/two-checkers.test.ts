import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { describeDesk } from '../support/desk-in-browser.ts'
import { type ReportAtWork, reportAtWork } from '../support/reports.ts'
import { atHand, SOON, statusInText } from './desk-steps.ts'

describeDesk('two checkers who rule on one claim at once', { sample: false }, (openWindow, server) => {
  let work: ReportAtWork
  beforeAll(async () => {
    work = await reportAtWork(server().db)
  })

  async function openDesk(account: ReportAtWork['ana'], script: boolean, claim: number): Promise<Page> {
    const page = await openWindow(account, { javaScriptEnabled: script })
    await page.goto(`/reports/${work.report.id}/desk?claim=${claim}`)
    return page
  }

  const modes = [
    { name: 'with script', script: true, claim: 1 },
    { name: 'without script', script: false, claim: 2 },
  ]

  test.each(modes)('the second sees what the first did and keeps their own text, $name', async (mode) => {
    const [anas, bens] = [
      await openDesk(work.ana, mode.script, mode.claim),
      await openDesk(work.ben, mode.script, mode.claim),
    ]
    await typeRationale(bens, 'The log was signed by another hand.')
    await typeRationale(anas, 'Seen in the gazette.')
    await rule(anas, 'substantiated')
    await expect.poll(() => atHand(anas), SOON).not.toBe(mode.claim)

    await bens.getByRole('radio', { name: 'No reply' }).check()
    await rule(bens, 'unsubstantiated')
    const conflict = bens.getByRole('alert')
    await conflict.getByText('Somebody was quicker').waitFor()
    expect(await conflict.textContent()).toMatch(/Ana.*substantiated.*Seen in the gazette\./s)
    expect(await atHand(bens)).toBe(mode.claim)
    expect(await bens.getByLabel('Rationale').inputValue()).toBe('The log was signed by another hand.')
    expect(await bens.getByLabel('Rationale').isVisible()).toBe(true)
    expect(await verdictsOn(mode.claim)).toEqual(['substantiated'])

    await rule(bens, 'unsubstantiated')
    await expect.poll(() => atHand(bens), SOON).not.toBe(mode.claim)
    expect(await verdictsOn(mode.claim)).toEqual(['substantiated', 'unsubstantiated'])
    await bens.goto(`/reports/${work.report.id}/desk?claim=${mode.claim}`)
    expect(await bens.locator('.panel-head').textContent()).toContain('checkers differ')
    expect(await statusInText(bens, mode.claim)).toMatch(/substantiated/)
  })

  const verdictsOn = async (number: number): Promise<string[]> => {
    const where = { claim: { reportId: work.report.id, number } }
    const verdicts = await server().db.verdict.findMany({ where, orderBy: { at: 'asc' } })
    return verdicts.map(({ verdict }) => verdict)
  }
})

async function typeRationale(page: Page, words: string): Promise<void> {
  await page.locator('.verdict-form details summary').click()
  await page.getByLabel('Rationale').fill(words)
}

const rule = (page: Page, verdict: string): Promise<void> => page.locator(`#verdict-${verdict}`).click()
