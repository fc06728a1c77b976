import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'
import { atHand, SOON, stepTo, untilAtHand } from './desk-steps.ts'

describeDesk(
  'keys that are pressed before the page has caught up',
  { sample: true },
  (openWindow, server) => {
    let checker: Account
    let reportId: string
    let cited: readonly number[]

    beforeAll(async () => {
      const { db } = server()
      checker = await accountWithRole(db, 'reviewer')
      const rows = await db.$queryRaw<{ number: number; reportId: string }[]>`
      SELECT DISTINCT c."number", c."reportId"
      FROM "Claim" c JOIN "Placement" p ON p."claimId" = c."id"
      JOIN "PlacementNote" s ON s."placementId" = p."id" JOIN "Citation" i ON i."noteId" = s."noteId"
      WHERE c."status" = 'unreviewed' AND c."setAside" IS NULL ORDER BY c."number"`
      reportId = rows[0]!.reportId
      cited = rows.filter((row) => row.reportId === reportId).map(({ number }) => number)
    })

    const claim = (number: number) => server().db.claim.findFirstOrThrow({ where: { reportId, number } })
    const judged = async (number: number): Promise<number> =>
      server().db.evidence.count({ where: { claimId: (await claim(number)).id, judgedById: checker.id } })

    const open = async (number: number): Promise<Page> => {
      const page = await openWindow(checker)
      await page.goto(`/reports/${reportId}/desk?claim=${number}`)
      return page
    }

    /** Holds back the answers to the forms of a page until `release` is called. */
    async function holdForms(page: Page): Promise<() => void> {
      let release = (): void => undefined
      const released = new Promise<void>((resolve) => (release = resolve))
      await page.route('**/*', async (route) => {
        if (route.request().method() === 'POST') await released
        await route.continue()
      })
      return release
    }

    test('a judgement and a verdict typed in one go are both recorded', async () => {
      const number = cited[0]!
      const page = await open(number)
      const next = await stepTo(page, 'unsettled')
      const release = await holdForms(page)
      for (const key of ['e', 's', '1']) await page.keyboard.press(key)
      expect(await atHand(page)).toBe(number)
      release()
      await untilAtHand(page, next)
      expect(await judged(number)).toBe(1)
      expect((await claim(number)).status).toBe('substantiated')
    })

    test('a key after a step is for the claim that it leads to', async () => {
      const number = cited[1]!
      const page = await open(number)
      const next = await stepTo(page, 'next')
      const before = (await claim(number)).version
      await page.keyboard.press('j')
      await page.keyboard.press('1')
      await expect.poll(async () => (await claim(next)).status, SOON).toBe('substantiated')
      expect((await claim(number)).version).toBe(before)
    })

    test('where a form fails, what was typed after it is dropped', async () => {
      const number = cited[2]!
      const page = await open(number)
      const release = await holdForms(page)
      await page.keyboard.press('e')
      await page.keyboard.press('s')
      for (const key of ['1', 'j']) await page.keyboard.press(key)
      await server().db.account.update({ where: { id: checker.id }, data: { role: 'reader' } })
      release()
      await page.locator('.panel #problems').waitFor()
      await expect.poll(() => page.locator('.panel[aria-busy]').count(), SOON).toBe(0)
      expect(await atHand(page)).toBe(number)
      expect((await claim(number)).status).toBe('unreviewed')
    })
  },
)
