import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hashPassword } from '../../src/accounts/password.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'
import { atHand, historySentences, statusInText, stepTo } from './desk-steps.ts'

const PASSWORD = 'seven gulls above the pier'

describeDesk('with script off', { sample: true }, (openWindow, server) => {
  test('a reviewer signs in, opens a claim from the text, rules, undoes and reads the history', async () => {
    const passwordHash = await hashPassword(PASSWORD)
    await accountWithRole(server().db, 'reviewer', { name: 'Ina Holt', passwordHash })
    const page = await openWindow(null, { javaScriptEnabled: false })
    await signIn(page)
    await openClaimFromText(page)
    await sendFormWithoutReason(page)
    await sendFormWithReason(page)
    await undo(page)
    await showOnlyDisputed(page)
    await readHistory(page)
  })
})

async function signIn(page: Page): Promise<void> {
  await page.goto('/reports')
  await page.getByLabel('E-mail').fill('reviewer@desk.example')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('.report').getByRole('link').first().click()
  await page.getByRole('heading', { name: /^Claim \d+/ }).waitFor()
}

async function openClaimFromText(page: Page): Promise<void> {
  const unchecked = page.locator('#text a.claim.first.is-n:not(.here)').first()
  const number = Number(await unchecked.getAttribute('data-n'))
  await unchecked.click()
  await page.getByRole('heading', { name: new RegExp(`^Claim ${number} `) }).waitFor()
  expect(await atHand(page)).toBe(number)
  expect(page.url()).toMatch(new RegExp(`claim=${number}\\b`))
}

async function sendFormWithoutReason(page: Page): Promise<void> {
  const number = await atHand(page)
  await page.locator('.verdict-form details summary').click()
  await page.getByRole('radio', { name: 'low' }).check()
  await page.getByRole('button', { name: /disputed/ }).click()
  await page.getByText('This needs mending').waitFor()
  expect(await atHand(page)).toBe(number)
  expect(await page.getByRole('radio', { name: 'low' }).isChecked()).toBe(true)
}

async function sendFormWithReason(page: Page): Promise<void> {
  const [ruled, next] = [await atHand(page), await stepTo(page, 'unsettled')]
  await page.getByRole('radio', { name: 'A detail differs' }).check()
  await page.getByLabel('Rationale').fill('The gazette gives another day.')
  await page.getByRole('button', { name: /disputed/ }).click()
  await page.locator('.ruled').waitFor()
  expect(await atHand(page)).toBe(next)
  expect(await statusInText(page, ruled)).toBe('disputed')
}

async function undo(page: Page): Promise<void> {
  const notice = await page.locator('.ruled').textContent()
  const ruled = Number(/Claim (\d+)/.exec(notice ?? '')?.[1])
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: new RegExp(`^Claim ${ruled} `) }).waitFor()
  expect(await statusInText(page, ruled)).toBe('to check')
}

async function showOnlyDisputed(page: Page): Promise<void> {
  await page.locator('.filter summary').click()
  await page.locator('#filter-status').selectOption('disputed')
  await page.getByRole('button', { name: 'Show these' }).click()
  await page.getByText(/Filter: \d+ of \d+ claims/).waitFor()
  expect(await statusInText(page, await atHand(page))).toBe('disputed')
}

async function readHistory(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'History', exact: true }).click()
  const [undone, disputed] = await historySentences(page)
  expect(undone).toMatch(/^Ina Holt withdrew their verdict “disputed” on claim \d+$/)
  expect(disputed).toMatch(/^Ina Holt marked claim \d+ disputed: a detail differs/)
}
