import { expect, test } from 'vitest'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

describeDesk('an editor makes a claim', { sample: true }, (openWindow, server) => {
  test('of words that they select in the text, and of none that are a claim already', async () => {
    const { db } = server()
    const report = await db.report.findFirstOrThrow()
    const page = await openWindow(await accountWithRole(db, 'editor'))
    await page.goto(`/reports/${report.id}/desk`)
    const select = (words: string) =>
      page.locator('#text').evaluate((text, sought) => {
        const walker = document.createTreeWalker(text, 4)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node.textContent ?? '').indexOf(sought)
          if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
          if (at >= 0) return
        }
      }, words)
    const claim = await db.placement.findFirstOrThrow({
      where: { draftId: report.currentDraftId ?? '' },
      orderBy: { start: 'asc' },
    })
    await select(claim.quote.slice(0, 10))
    await expect.poll(() => page.locator('#new-claim').isVisible()).toBe(false)
    const { start, number } = await someOpinion()
    await select(start)
    await page.getByRole('button', { name: 'Make a claim of this' }).click()
    await page.getByRole('heading', { name: `Claim ${number}` }).waitFor()
    expect(await page.locator('.panel .quote').textContent()).toBe(start)
  })

  /** The title's first words, which no reading takes for a claim, and the number that the next claim gets. */
  async function someOpinion() {
    const report = await server().db.report.findFirstOrThrow({
      include: { currentDraft: { include: { text: true } } },
    })
    const text = report.currentDraft?.text.body ?? ''
    return { start: text.slice(0, text.indexOf(' ', 6)), number: report.nextClaim }
  }
})
