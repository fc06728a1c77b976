import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

describeDesk('two people at one claim', { sample: true }, (openWindow, server) => {
  let [ana, ben]: Account[] = []
  let path: string

  beforeAll(async () => {
    const { db } = server()
    ana = await accountWithRole(db, 'reviewer', { name: 'Ana Berg', email: 'ana@desk.example' })
    ben = await accountWithRole(db, 'reviewer', { name: 'Ben Amar', email: 'ben@desk.example' })
    const { id } = await db.report.findFirstOrThrow()
    path = `/reports/${id}/desk?claim=3`
  })

  test('see each other, and one speaks to the other by @ and the first letters of a name', async () => {
    const hers = await openWindow(ana ?? null)
    await hers.goto(path)
    const his = await openWindow(ben ?? null)
    await his.goto(path)
    await his.getByText('Ana Berg is here too').waitFor()

    const field = hers.getByLabel('Comment', { exact: true })
    await field.pressSequentially('Is this so, @be')
    await hers.getByRole('option', { name: 'Ben Amar' }).waitFor()
    await field.press('Enter')
    expect(await field.inputValue()).toBe('Is this so, @Ben Amar ')
    await field.pressSequentially('@b')
    await hers.locator('.mention-list').waitFor()
    await field.press('Escape')
    expect(await hers.locator('.mention-list').count()).toBe(0)
    await field.fill('Is this so, @Ben Amar?')
    await hers.getByRole('button', { name: 'Comment', exact: true }).click()
    await hers.locator('.mention', { hasText: '@Ben Amar' }).waitFor()
    expect(await field.inputValue()).toBe('')

    await his.goto('/queue')
    expect(await his.locator('.waiting').innerText()).toMatch(/Queue\s*1.*Notices\s*1/s)
    await his.getByRole('link', { name: /^Claim 3/ }).click()
    await his.getByText('Is this so,').waitFor()
  })
})
