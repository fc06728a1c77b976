import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'
import { atHand, SOON, untilAtHand } from './desk-steps.ts'

/** Presses keys and counts them; what is typed between them is the words themselves. */
class Keys {
  pressed = 0
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.pressed += 1
    await this.page.keyboard.press(key)
  }

  /** Words are no keystrokes of the tool. */
  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }
}

describeDesk('the words of the sample report', { sample: true }, (openWindow, server) => {
  let checker: Account
  let reportId: string
  beforeAll(async () => {
    const { db } = server()
    checker = await accountWithRole(db, 'editor')
    reportId = (await db.report.findFirstOrThrow()).id
  })

  /** The numbers of claims that nobody has asked anything about, and that stand in the text. */
  async function untouched(): Promise<number[]> {
    const claims = await server().db.claim.findMany({
      where: { reportId, setAside: null, outcome: null, placements: { some: { start: { not: null } } } },
      orderBy: { number: 'asc' },
      select: { number: true },
    })
    return claims.map(({ number }) => number)
  }

  async function openClaim(number: number): Promise<{ page: Page; keys: Keys }> {
    const page = await openWindow(checker)
    await page.goto(`/reports/${reportId}/desk?claim=${number}`)
    await untilAtHand(page, number)
    return { page, keys: new Keys(page) }
  }

  const outcomeOf = async (number: number): Promise<string | null> =>
    (await server().db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })).outcome

  test('a fix takes three keys beside its words, and is shown as a word diff', async () => {
    const number = (await untouched())[0] ?? 0
    const { page, keys } = await openClaim(number)
    await keys.press('f')
    await keys.type(' It was seen')
    await keys.press('Enter')
    await page.locator('.with-author ins').getByText('It was seen').waitFor()
    expect(keys.pressed).toBeLessThanOrEqual(3)
    expect(await outcomeOf(number)).toBe('fix asked')
    expect(await atHand(page)).toBe(number)
  })

  test('“on author” takes one key, cutting one, and a query two beside its words', async () => {
    const [first = 0, second = 0, third = 0] = (await untouched()).slice(2)
    const { page, keys } = await openClaim(first)
    await keys.press('a')
    await page.locator('.outcome > p').getByText('on author: the author vouches').waitFor()
    expect(keys.pressed).toBeLessThanOrEqual(2)
    const cutting = await openClaim(second)
    await cutting.keys.press('x')
    await expect.poll(() => outcomeOf(second), SOON).toBe('cut')
    const asking = await openClaim(third)
    await asking.keys.press('q')
    await asking.keys.type('Who counted them?')
    await asking.keys.press('Enter')
    await asking.page.locator('.with-author').getByText('Who counted them?').waitFor()
    expect(asking.keys.pressed).toBe(2)
  })

  test('a tick takes one key, and the next one the same key again', async () => {
    const placed = await server().db.placement.findFirstOrThrow({
      where: { claim: { reportId, setAside: null }, notes: { some: { note: { citations: { some: {} } } } } },
      include: { claim: { select: { number: true } } },
      orderBy: { start: 'asc' },
    })
    const { page, keys } = await openClaim(placed.claim.number)
    const offered = await page.locator('.ticks button').count()
    expect(offered).toBeGreaterThan(0)
    await keys.press('t')
    await expect.poll(() => page.locator('.ticks .is-ticked').count(), SOON).toBe(1)
    expect(keys.pressed).toBe(1)
    await expect.poll(() => page.locator('.panel [aria-busy]').count(), SOON).toBe(0)
    expect(await server().db.tick.count()).toBe(1)
  })

  test('what was begun waits for its claim, and Escape closes the field', async () => {
    const [first = 0] = (await untouched()).slice(8)
    const { page } = await openClaim(first)
    await page.keyboard.press('q')
    await page.keyboard.type('Half a que')
    await page.keyboard.press('Escape')
    expect(await page.getByLabel('Query').isVisible()).toBe(false)
    await page.keyboard.press('j')
    await expect.poll(() => atHand(page), SOON).not.toBe(first)
    await page.keyboard.press('k')
    await untilAtHand(page, first)
    expect(await page.getByLabel('Query').inputValue()).toBe('Half a que')
  })
})
