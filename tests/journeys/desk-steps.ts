import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** How long a page may take to become as expected, and how often that is looked at; milliseconds. */
export const SOON = { timeout: 20_000, interval: 50 }

/** The number of the claim at hand. */
export const atHand = async (page: Page): Promise<number> =>
  Number(await page.locator('.panel [data-claim]').getAttribute('data-claim'))

export const untilAtHand = (page: Page, number: number): Promise<void> =>
  expect.poll(() => atHand(page), SOON).toBe(number)

/** The claim that one of the panel's links leads to. */
export async function stepTo(page: Page, step: 'next' | 'previous' | 'unsettled'): Promise<number> {
  const href = await page.locator(`.panel [data-step="${step}"]`).getAttribute('href')
  return Number(new URL(href ?? '', page.url()).searchParams.get('claim'))
}

/** The status of a claim as its link in the text is described to who listens: `substantiated`, `to check`, …. */
export async function statusInText(page: Page, number: number): Promise<string> {
  const id = await page.locator(`#c${number}`).getAttribute('aria-describedby')
  return (await page.locator(`[id="${id ?? ''}"]`).textContent()) ?? ''
}

/** The sentences of a report's history, newest first. */
export const historySentences = (page: Page): Promise<string[]> =>
  page.locator('.happenings > li > p:first-child').allTextContents()
