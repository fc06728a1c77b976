import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeDesk } from '../support/desk-in-browser.ts'
import { atHand, historySentences, SOON, statusInText, stepTo, untilAtHand } from './desk-steps.ts'

describeDesk('a new desk', { sample: true }, (openWindow, server) => {
  test('its first administrator makes their account, rules on the sample by keyboard, and finds it in the history', async () => {
    const page = await openWindow(null)
    await makeFirstAccount(page, server().setupLink ?? '')
    await openSampleReport(page)
    await substantiateWithOneKey(page)
    await findFaultWithTwoKeys(page)
    await disputeAndUndo(page)
    await walkAlongTheClaims(page)
    await readTheKeys(page)
    await turnTheKeysOff(page)
    await readTheHistory(page)
  })
})

async function makeFirstAccount(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink)
  await page.getByLabel('Your name').fill('Ines Carver')
  await page.getByLabel('E-mail').fill('ines@desk.example')
  await page.getByLabel('Password').fill('lantern over the quiet harbour')
  await page.getByRole('button', { name: 'Make this account and sign in' }).click()
  await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor()
}

async function openSampleReport(page: Page): Promise<void> {
  const report = page.locator('.report')
  expect(await page.locator('.notice.is-sample').textContent()).toContain('can never be published')
  expect(await report.textContent()).toMatch(/[1-9]\d* substantiated/)
  expect(await report.textContent()).toMatch(/[1-9]\d* to check/)
  await report.getByRole('link').first().click()
  await page.getByRole('region', { name: 'The claim at hand' }).waitFor()
  await page.waitForLoadState('load') // keys sleep until the page's script has run
  expect(page.url()).toMatch(/claim=\d+/)
}

async function substantiateWithOneKey(page: Page): Promise<void> {
  const [ruled, next] = [await atHand(page), await stepTo(page, 'unsettled')]
  await page.keyboard.press('1')
  await untilAtHand(page, next)
  expect(await statusInText(page, ruled)).toBe('substantiated')
  expect(await page.locator('.ruled').textContent()).toContain(`Claim ${ruled}: substantiated`)
  expect(page.url()).toContain(`claim=${next}`)
}

async function findFaultWithTwoKeys(page: Page): Promise<void> {
  const [ruled, next] = [await atHand(page), await stepTo(page, 'unsettled')]
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: 'Why unsubstantiated?' }).waitFor()
  await page.keyboard.press('3')
  await untilAtHand(page, next)
  expect(await statusInText(page, ruled)).toBe('unsubstantiated')
}

async function disputeAndUndo(page: Page): Promise<void> {
  const ruled = await atHand(page)
  const before = await statusInText(page, ruled)
  await page.keyboard.press('3')
  await page.getByRole('heading', { name: 'Why disputed?' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await atHand(page)).toBe(ruled)
  await page.keyboard.press('3')
  await page.keyboard.press('4')
  await expect.poll(() => statusInText(page, ruled), SOON).toBe('disputed')
  await page.keyboard.press('u')
  await untilAtHand(page, ruled)
  await expect.poll(() => statusInText(page, ruled), SOON).toBe(before)
}

async function walkAlongTheClaims(page: Page): Promise<void> {
  const [here, next, unsettled] = [
    await atHand(page),
    await stepTo(page, 'next'),
    await stepTo(page, 'unsettled'),
  ]
  await page.keyboard.press('j')
  await untilAtHand(page, next)
  await page.keyboard.press('k')
  await untilAtHand(page, here)
  await page.keyboard.press('n')
  await untilAtHand(page, unsettled)
  await page.goBack()
  await untilAtHand(page, here)
}

async function readTheKeys(page: Page): Promise<void> {
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys on the desk' })
  await help.waitFor()
  expect(await help.textContent()).toContain('next unsettled claim')
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'hidden' })
}

async function turnTheKeysOff(page: Page): Promise<void> {
  const here = await atHand(page)
  await page.getByRole('button', { name: 'Keys' }).click()
  await page.getByLabel('Turn single keys off').check()
  await page.getByRole('button', { name: 'Close' }).click()
  for (const key of ['1', 'j', 'n', '?']) await page.keyboard.press(key)
  await page.reload()
  await page.keyboard.press('j')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('link', { name: 'Previous claim' }).click()
  await expect.poll(() => atHand(page), SOON).toBeLessThan(here)
}

async function readTheHistory(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await page.getByRole('heading', { name: 'History', level: 1 }).waitFor()
  const [undone, disputed, faulted, substantiated] = await historySentences(page)
  expect(undone).toMatch(/^Ines Carver withdrew their verdict “disputed” on claim \d+$/)
  expect(disputed).toMatch(/^Ines Carver marked claim \d+ disputed: the source says otherwise/)
  expect(faulted).toMatch(/^Ines Carver marked claim \d+ unsubstantiated: the source is out of reach/)
  expect(substantiated).toMatch(/^Ines Carver marked claim \d+ substantiated/)
  await page.getByRole('button', { name: 'Check that it holds' }).click()
  await page.getByText('The history holds').waitFor()
}
