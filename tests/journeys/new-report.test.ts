import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

const FERRY_REPORT = `# The night ferry

The ferry left the quay at 23:40 on 6 June 2022.[^1] Crew members reportedly heard two blasts.[^2] It is doubtful whether the
pumps ran.[^3] The owners deny that the doors were open.[^1]

[^1]: Port of Lorne, Movements of vessels, 6 June 2022, https://port.example/log
[^3]: Letter from the chief engineer, 9 June 2022.
`

describeDesk('a new report', { sample: false }, (openWindow, server) => {
  let editor: Account
  const folder = mkdtempSync(join(tmpdir(), 'stet-journey-'))
  beforeAll(async () => {
    editor = await accountWithRole(server().db, 'editor')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function fileOf(name: string, content: string | Buffer): string {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  async function openForm(): Promise<Page> {
    const page = await openWindow(editor)
    await page.goto('/reports')
    await page.getByRole('link', { name: 'New report' }).click()
    await page.getByRole('heading', { name: 'New report' }).waitFor()
    return page
  }

  const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Read the report' }).click()

  test('is uploaded, its reading says what was lost, and its desk opens', async () => {
    const page = await openForm()
    await page.getByLabel('A file').setInputFiles(fileOf('ferry.md', FERRY_REPORT))
    await send(page)
    await page.getByRole('heading', { name: 'What was read' }).waitFor()
    expect(await page.locator('.tallies').innerText()).toMatch(/claims\s+4/)
    const lost = page.getByRole('region', { name: 'Markers without a note' })
    expect(await lost.textContent()).toContain('Marker 2 has no note')
    await page.getByRole('link', { name: 'Open the desk' }).click()
    await page.getByRole('heading', { name: /^Claim 1/ }).waitFor()
    expect(await page.locator('#text').innerText()).toContain('The owners deny that the doors were open.')
    expect(await page.locator('#text a.claim.first').count()).toBe(4)
  })

  test('is pasted under a title of its own', async () => {
    const page = await openForm()
    await page.getByLabel('or the text, pasted').fill('The pier was closed in May. It may reopen.\n')
    await page.getByLabel('Title').fill('The pier')
    await send(page)
    await page.getByText('Everything in the file was understood').waitFor()
    await page.getByRole('link', { name: 'Reports', exact: true }).click()
    await page.getByRole('link', { name: 'The pier' }).click()
    await page.getByRole('heading', { name: /^Claim 1 of 2/ }).waitFor()
  })

  test('that cannot be read comes back with the form, its trouble linked to the field, the title kept', async () => {
    const binary = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 131) % 256))
    const unreadable = [fileOf('empty.txt', ''), fileOf('binary.txt', binary)]
    for (const path of unreadable) {
      const page = await openForm()
      await page.getByLabel('A file').setInputFiles(path)
      await page.getByLabel('Title').fill('What I called it')
      await send(page)
      const notice = page.getByRole('alert')
      await notice.waitFor()
      expect(await page.getByLabel('Title').inputValue()).toBe('What I called it')
      await notice.getByRole('link').click()
      expect(page.url()).toContain('#file')
    }
    expect(await server().db.report.count({ where: { title: 'What I called it' } })).toBe(0)
  })
})
