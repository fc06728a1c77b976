import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { describeDesk } from '../support/desk-in-browser.ts'
import { type ReportAtWork, reportAtWork } from '../support/reports.ts'
import { SOON, statusInText, untilAtHand } from './desk-steps.ts'

const TELEPHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** CSS pixels: the least that a thumb hits without looking. */
const THUMB = 44

describeDesk('on a telephone', { sample: false }, (openWindow, server) => {
  let work: ReportAtWork
  beforeAll(async () => {
    work = await reportAtWork(server().db)
  })

  async function openDesk(script: boolean): Promise<Page> {
    const page = await openWindow(work.ana, { ...TELEPHONE, javaScriptEnabled: script })
    await page.goto(`/reports/${work.report.id}/desk`)
    return page
  }

  test('the text comes first; a claim that is tapped rises from below and is ruled with the thumb', async () => {
    const page = await openDesk(true)
    const panel = page.locator('.panel')
    await expect.poll(() => isOnScreen(page, panel), SOON).toBe(false)
    await page.locator('#c2').tap()
    await untilAtHand(page, 2)
    const button = page.locator('#verdict-substantiated')
    await expect.poll(() => isOnScreen(page, button), SOON).toBe(true)
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(THUMB)
    await button.tap()
    await untilAtHand(page, 3)
    expect(await statusInText(page, 2)).toBe('substantiated')
    await page.getByRole('link', { name: 'To the text' }).tap()
    await expect.poll(() => isOnScreen(page, panel), SOON).toBe(false)
  })

  test('nothing is wider than the screen, with script or without', async () => {
    for (const script of [true, false]) {
      const page = await openDesk(script)
      for (const place of ['desk', 'claims', 'notes', 'history', 'reading']) {
        await page.goto(`/reports/${work.report.id}/${place}`)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect({ place, width }).toEqual({ place, width: TELEPHONE.viewport.width })
      }
    }
  })
})

/** Whether the middle of an element can be seen without scrolling. */
async function isOnScreen(page: Page, element: Locator): Promise<boolean> {
  const box = (await element.isVisible()) ? await element.boundingBox() : null
  const height = page.viewportSize()?.height ?? 0
  return box !== null && box.y + box.height / 2 > 0 && box.y + box.height / 2 < height
}
