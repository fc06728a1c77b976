import { expect, test } from 'vitest'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

describeDesk('the desk on paper', { sample: true }, (openWindow, server) => {
  test('is a working galley: numbers in the margin, and a list of the claims at the end', async () => {
    const account = await accountWithRole(server().db, 'reviewer')
    const page = await openWindow(account)
    await page.goto('/reports')
    await page.locator('.report').getByRole('link').first().click()
    await page.locator('.panel').waitFor()
    const claims = await page.locator('#text a.claim.first').count()
    const list = page.getByRole('heading', { name: /^Claims of draft 1/ })
    expect(await list.isVisible()).toBe(false)

    await page.emulateMedia({ media: 'print' })
    expect(await list.isVisible()).toBe(true)
    expect(await page.locator('.galley tbody tr').count()).toBe(claims)
    for (const hidden of ['.panel', '.side', '.places', 'summary'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    const margin = await page.evaluate(() =>
      [...document.querySelectorAll('#text a.claim.first')]
        .slice(0, 3)
        .map((claim) => getComputedStyle(claim, '::before').content),
    )
    for (const [index, content] of margin.entries()) expect(content).toMatch(new RegExp(`^"?${index + 1}\\b`))
  })
})
