import type { Page } from 'playwright-core'

/** A page, and everything that went wrong on it, in words. */
export interface Watched {
  readonly page: Page
  readonly troubles: string[]
}

/** What Chromium writes when an answer is 4xx; the answers themselves are looked at below. */
const ANSWERED = 'Failed to load resource'

/** Notes what no page may do: errors of script, requests to other hosts, missing files, faults of the server. */
export function watch(page: Page, url: string): Watched {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(ANSWERED))
      troubles.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!isOurs(request.url(), url)) troubles.push(`request elsewhere: ${request.url()}`)
  })
  page.on('response', (response) => {
    const isPage = ['document', 'fetch'].includes(response.request().resourceType())
    if (response.status() >= (isPage ? 500 : 400))
      troubles.push(`${response.status()} from ${response.url()}`)
  })
  return { page, troubles }
}

const isOurs = (asked: string, url: string): boolean =>
  asked.startsWith(`${url}/`) || asked.startsWith('data:') || asked === 'about:blank'
