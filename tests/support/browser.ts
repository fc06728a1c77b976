import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { watch, type Watched } from './watched-page.ts'

/**
 * Opens a window on this server in a browser that nobody else uses: its own cookies, its own storage. Closed after the
 * test. `settings`: Playwright's, such as `javaScriptEnabled`.
 */
export type NewWindow = (url: string, settings?: BrowserContextOptions) => Promise<Page>

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Chromium is told to ask nothing of anybody but our server. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const WIDE = { width: 1280, height: 800 }

/** Milliseconds a journey may take; a busy machine is slow at starting browsers. */
const LONGEST_JOURNEY = 120_000
/** Milliseconds that anything on a page may take to come about. */
const LONGEST_WAIT = 20_000

/**
 * Runs the suite in Chromium. Where there is none its one test says how to get it, and is skipped; in CI it fails.
 * Every page of every window is watched: a script's error, a request to another host or an answer from 500 on fails the test.
 */
export function describeInBrowser(name: string, suite: (newWindow: NewWindow) => void): void {
  const program = chromiumProgram()
  if (program !== null) {
    describe(name, { timeout: LONGEST_JOURNEY }, () => runSuite(program, suite))
    return
  }
  const reason = `${name}: needs Chromium (apt-get install chromium, or CHROMIUM=/path/to/it)`
  test(reason, ({ skip }) => {
    if (process.env['CI'] === 'true') throw new Error(reason)
    console.warn(`skipped ${reason}`)
    skip(reason)
  })
}

const chromiumProgram = (): string | null =>
  [process.env['CHROMIUM'] ?? '', ...PLACES].find((place) => existsSync(place)) ?? null

function runSuite(program: string, suite: (newWindow: NewWindow) => void): void {
  let browser: Browser | undefined
  let windows: Watched[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program, args: ARGUMENTS, timeout: 60_000 })
  })
  afterAll(() => browser?.close())

  afterEach(async () => {
    const all = windows
    windows = []
    for (const { page } of all) await page.context().close()
    expect(all.flatMap(({ troubles }) => troubles)).toEqual([])
  })

  suite(async (url, settings = {}) => {
    if (browser === undefined) throw new Error('Windows open in tests, once the browser runs.')
    const context = await browser.newContext({ baseURL: url, viewport: WIDE, ...settings })
    context.setDefaultTimeout(LONGEST_WAIT)
    const page = await context.newPage()
    windows.push(watch(page, url))
    return page
  })
}
