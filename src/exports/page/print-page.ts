import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Invalid } from '../../errors.ts'

/** Where browsers are that can print; CHROMIUM names another. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Milliseconds that printing may take. */
const LONGEST = 90_000

/** Those that print wait for one another: a browser takes some 200 MB. */
let before: Promise<unknown> = Promise.resolve()

/** The browser that prints, null where there is none. */
export const printingBrowser = (): string | null =>
  [process.env['CHROMIUM'] ?? '', ...PLACES].find((place) => existsSync(place)) ?? null

/**
 * A page that loads nothing as a PDF, printed by Chromium without network; the page itself forbids script.
 * @throws Invalid there is no browser that prints, or it could not
 */
export function printPage(html: string): Promise<Uint8Array> {
  const browser = printingBrowser()
  if (browser === null)
    throw new Invalid(
      'A PDF is printed by Chromium, which is not on this machine: install it (apt-get install chromium), name it in CHROMIUM, or export as html and print that.',
    )
  const printed = before.then(() => print(browser, html))
  before = printed.catch(() => undefined)
  return printed
}

async function print(browser: string, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-print-'))
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(page, html)
    await run(browser, [
      ...OPTIONS,
      ...AS_ROOT,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ])
    return await readFile(pdf).catch(() => {
      throw new Invalid('Chromium printed nothing: export as html and print that.')
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

const OPTIONS = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
]

/** Chromium's sandbox refuses to run as root. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** @throws Invalid it failed, or took too long */
const run = (program: string, options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, options, { stdio: 'ignore', timeout: LONGEST, killSignal: 'SIGKILL' })
    child.on('error', () => reject(failed()))
    child.on('exit', (code) => (code === 0 ? resolve() : reject(failed())))
  })

const failed = (): Invalid =>
  new Invalid('Chromium could not print the page: try again, or export as html and print that.')
