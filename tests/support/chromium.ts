import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether Chromium is installed; tests that need it skip and say how to get it: `apt-get install chromium`. */
export const hasChromium = spawnSync('chromium', ['--version']).status === 0

export const WITHOUT_CHROMIUM = '(needs Chromium: apt-get install chromium)'

/** A page as Chromium prints it to PDF. */
export function printed(html: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'stet-print-'))
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    writeFileSync(page, html)
    const options = ['--headless', '--no-sandbox', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`]
    execFileSync('chromium', [...options, `--user-data-dir=${join(folder, 'profile')}`, page], {
      stdio: 'ignore',
      timeout: 120_000,
    })
    return readFileSync(pdf)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
