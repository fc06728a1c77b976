import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'
import { atHand, historySentences, SOON } from './desk-steps.ts'

const PRIVILEGED = 'Counsel thinks this sentence is actionable.'

/**
 * Three people of the desk, an author and a lawyer bring the sample report to the point where every claim is settled: by evidence, by
 * a call sheet, by a fix that goes to Word and comes back, by one stet.
 */
describeDesk('a report at work', { sample: true }, (openWindow, server) => {
  const people: Record<string, Account> = {}
  let reportId: string
  const folder = mkdtempSync(join(tmpdir(), 'stet-journey-'))

  beforeAll(async () => {
    const { db } = server()
    people['ana'] = await accountWithRole(db, 'reviewer', { name: 'Ana Reyes', email: 'ana@desk.example' })
    people['ben'] = await accountWithRole(db, 'reviewer', { name: 'Ben Okoro', email: 'ben@desk.example' })
    people['eve'] = await accountWithRole(db, 'editor', { name: 'Eve Lind', email: 'eve@desk.example' })
    people['lea'] = await accountWithRole(db, 'reader', {
      name: 'Lea Stern',
      email: 'lea@desk.example',
      legal: true,
    })
    reportId = (await db.report.findFirstOrThrow()).id
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const windowOf = (name: string): Promise<Page> => openWindow(people[name] ?? null)
  const at = (place: string): string => `/reports/${reportId}/${place}`
  const unsettled = (): Promise<{ number: number; status: string; differs: boolean; stale: boolean }[]> =>
    server().db.claim.findMany({ where: { settled: false, setAside: null }, orderBy: { number: 'asc' } })
  const claimOf = (number: number) =>
    server().db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })
  const untilSettled = (number: number): Promise<void> =>
    expect.poll(async () => (await claimOf(number)).settled, SOON).toBe(true)

  async function onClaim(page: Page, number: number): Promise<void> {
    await page.goto(at(`desk?claim=${number}#c${number}`))
    await page.getByRole('heading', { name: `Claim ${number} of` }).waitFor()
  }

  test(
    'has every claim settled in the end, and its history tells how in sentences',
    { timeout: 240_000 },
    async () => {
      const { db } = server()
      const untouched = (await unsettled())
        .filter(({ status }) => status === 'unreviewed')
        .map(({ number }) => number)
      const cited = await db.placementNote.findFirstOrThrow({
        where: { placement: { claim: { number: { in: untouched } } }, note: { citations: { some: {} } } },
        include: { placement: { include: { claim: true } } },
      })
      const byEvidence = cited.placement.claim.number
      const others = untouched.filter((number) => number !== byEvidence)
      const [toMend = 0, toAsk = 0, toCounsel = 0, toStand = 0, ...rest] = others
      const toCall = rest.slice(0, 10)

      const eve = await windowOf('eve')
      await eve.goto(at('authors'))
      await eve.getByLabel('Name', { exact: true }).last().fill('Ida Holm')
      await eve.getByRole('button', { name: 'Name this author' }).click()
      await eve.getByText('Make a link', { exact: true }).click()
      await eve.getByRole('button', { name: 'Make the link' }).click()
      const link = new URL((await eve.locator('.link-made').textContent()) ?? '')

      const ana = await windowOf('ana')
      await onClaim(ana, byEvidence)
      for (const key of ['e', 's']) await ana.keyboard.press(key)
      await expect.poll(() => db.evidence.count(), SOON).toBe(1)
      await ana.locator('.evidence [aria-pressed="true"]').first().waitFor()
      await ana.keyboard.press('1')
      await untilSettled(byEvidence)
      await onClaim(ana, toMend)
      await ana.keyboard.press('f')
      const words = await ana.locator('#fix-words').inputValue()
      await ana.locator('#fix-words').fill(words.replace(/\.?$/, ', as far as is known.'))
      await ana.keyboard.press('Enter')
      await ana.getByRole('region', { name: 'With the author' }).waitFor()
      await ana.locator('#on-fix').selectOption({ index: 1 })
      await ana.locator('#verdict-substantiated').click()
      await expect.poll(() => atHand(ana), SOON).not.toBe(toMend)

      const ben = await windowOf('ben')
      await onClaim(ben, toAsk)
      await ben.keyboard.press('q')
      await ben.locator('#query-words').fill('Who told you?')
      await ben.keyboard.press('Enter')
      await ben.getByRole('region', { name: 'With the author' }).waitFor()

      const ida = await openWindow(null)
      await ida.goto(link.pathname)
      await ida.getByRole('button', { name: 'Accept these words' }).click()
      await ida.getByRole('status').waitFor()
      await ida.getByRole('button', { name: 'On me: I vouch for it' }).click()
      await ida.getByText('Nothing is open for you.').waitFor()

      const lea = await windowOf('lea')
      await onClaim(lea, toCounsel)
      await lea.getByLabel('Comment', { exact: true }).fill(PRIVILEGED)
      for (const fold of await lea.getByText('or under privilege').all()) await fold.click()
      await lea.getByLabel('Privileged').check()
      await lea.getByRole('button', { name: 'Comment', exact: true }).click()
      await lea.getByText(PRIVILEGED).waitFor()

      await ben.goto(at('contacts/new'))
      await ben.getByLabel('Whom').fill('Jon Vik, port officer')
      await ben.getByLabel('Claims put to them').fill(toCall.join(', '))
      await ben.getByRole('button', { name: 'Plan the contact' }).click()
      await ben.waitForURL(/\/contacts\/[^/]+$/)
      await ben.goto(`${new URL(ben.url()).pathname}/answers`)
      for (const key of ['r', ...toCall.map(() => '1'), 'Enter']) await ben.keyboard.press(key)
      await ben.getByRole('status').filter({ hasText: '10 claims ruled on' }).waitFor()

      await onClaim(ana, toStand)
      for (const key of ['2', '1']) await ana.keyboard.press(key)
      await expect.poll(async () => (await claimOf(toStand)).status, SOON).toBe('unsubstantiated')
      await onClaim(eve, toStand)
      await eve.getByText('Another outcome, with a reason').click()
      await eve.locator('#outcome').selectOption('stet')
      await eve.locator('#outcome-reason').fill('The house has said so for years.')
      await eve.getByRole('button', { name: 'Decide the outcome' }).click()
      await untilSettled(toStand)

      for (const { number, status, differs, stale } of await unsettled()) {
        if (number === toMend) continue
        if (differs) await decideBetween(eve, number)
        await onClaim(ana, number)
        await ana.keyboard.press(status === 'unreviewed' || stale ? '1' : 'a')
        await untilSettled(number)
      }

      await eve.goto(at('export'))
      const [download] = await Promise.all([
        eve.waitForEvent('download'),
        eve.getByRole('button', { name: 'Download the Word file' }).click(),
      ])
      const file = join(folder, 'back.docx')
      await download.saveAs(file)
      await eve.goto(at('drafts'))
      await eve.getByLabel('A file').setInputFiles(file)
      await eve.getByRole('button', { name: 'Import the draft' }).click()
      await eve.getByText('Draft 2', { exact: true }).waitFor()
      await untilSettled(toMend)
      for (const { number } of await unsettled()) {
        await onClaim(ana, number)
        await ana.keyboard.press('1')
        await untilSettled(number)
      }
      expect(await unsettled()).toEqual([])

      for (const name of ['ana', 'ben', 'eve'] as const) {
        const page = await windowOf(name)
        await onClaim(page, toCounsel)
        expect(await page.content()).not.toContain(PRIVILEGED)
        await page.goto(at('history'))
        expect(await page.content()).not.toContain('privilege')
      }
      const told = (await historySentences(await history())).join('\n')
      for (const sentence of [
        /Eve Lind imported draft 2 from back\.docx: .* fixes: 1 in/,
        /Eve Lind exported draft 1 as docx/,
        /Eve Lind decided on the words of claim \d+: stet/,
      ])
        expect(told).toMatch(sentence)

      async function history(): Promise<Page> {
        const page = await windowOf('eve')
        await page.goto(at('history'))
        return page
      }

      async function decideBetween(page: Page, number: number): Promise<void> {
        await onClaim(page, number)
        const form = page.getByRole('form', { name: 'Decide between the checkers' })
        await form.locator('input[value="unsubstantiated"]').check({ force: true })
        await form.getByLabel('Reason').fill('Only one of them had seen the document.')
        await form.getByRole('button', { name: 'Decide' }).click()
        await expect.poll(async () => (await claimOf(number)).differs, SOON).toBe(false)
      }
    },
  )
})
