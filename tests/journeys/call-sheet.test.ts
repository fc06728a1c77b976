import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { planContact } from '../../src/review/contacts/plan-contact.ts'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { contactOf } from '../support/contacts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

describeDesk('a call sheet of the sample report', { sample: true }, (openWindow, server) => {
  let reviewer: Account
  let reportId: string
  let contactId: string
  let numbers: readonly number[]

  beforeAll(async () => {
    const { db } = server()
    reviewer = await accountWithRole(db, 'reviewer')
    const open = await db.claim.findMany({
      where: { status: 'unreviewed', outcome: null, setAside: null, needsSecond: false },
      orderBy: { number: 'asc' },
      take: 10,
    })
    reportId = open[0]?.reportId ?? ''
    numbers = open.map(({ number }) => number)
    const planned = { ...contactOf(reportId, reviewer), claims: numbers, at: new Date() }
    contactId = (await planContact(db, planned)).id
  })

  test('prints its claims in order, with room to write and nothing else', async () => {
    const page = await openWindow(reviewer)
    await page.goto(`/reports/${reportId}/call-sheet?contact=${contactId}`)
    expect(await page.locator('.sheet .lines').first().isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    const shown = await page.locator('.sheet tbody td:first-child').allTextContents()
    expect(shown.map(Number)).toEqual(numbers)
    for (const seen of ['.sheet-head', '.sheet .lines', '.boxes'])
      expect(await page.locator(seen).first().isVisible()).toBe(true)
    for (const hidden of ['.bar', 'h1', '.button'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    const heights = await page
      .locator('.sheet .lines')
      .evaluateAll((rooms) => rooms.map((room) => room.clientHeight))
    expect(Math.min(...heights)).toBeGreaterThan(80)
    expect(await page.locator('.sheet-head').textContent()).toMatch(/Ida Holm.*on the record.*draft 1/s)
  })

  test('settles ten claims by one contact in twelve keystrokes', async () => {
    const page = await openWindow(reviewer)
    await page.goto(`/contacts/${contactId}/answers`)
    const pressed = await press(page, ['r', ...numbers.map(() => '1'), 'Enter'])
    await page.getByRole('status').filter({ hasText: '10 answers noted, 10 claims ruled on' }).waitFor()
    expect(pressed).toBeLessThanOrEqual(12)
    const claims = await server().db.claim.findMany({ where: { reportId, number: { in: [...numbers] } } })
    expect(claims.map(({ status, outcome, settled }) => ({ status, outcome, settled }))).toEqual(
      numbers.map(() => ({ status: 'substantiated', outcome: 'stands', settled: true })),
    )
    expect(await server().db.evidence.count({ where: { contactId, judgement: 'supports' } })).toBe(10)
    await page.goto(`/reports/${reportId}/desk?claim=${numbers[0] ?? 0}`)
    expect(await page.getByRole('region', { name: 'People who were asked' }).textContent()).toMatch(
      /Ida Holm, harbour master.*confirmed/s,
    )
  })
})

/** Presses keys one after another; how many there were. */
async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}
