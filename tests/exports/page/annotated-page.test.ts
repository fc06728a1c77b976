import { AxeBuilder } from '@axe-core/playwright'
import { expect, onTestFinished, test } from 'vitest'
import { annotatedPage } from '../../../src/exports/page/annotated-page.ts'
import { printPage } from '../../../src/exports/page/print-page.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { describeInBrowser } from '../../support/browser.ts'
import { hasChromium, WITHOUT_CHROMIUM } from '../../support/chromium.ts'
import { describeOnSqlite } from '../../support/databases.ts'
import { exportedPolyglot } from '../../support/exported.ts'
import { inclusions } from '../../../src/exports/formats.ts'

describeOnSqlite('the annotated page', (makeDatabase) => {
  test('loads nothing, escapes the report’s words, and says how each claim stands', async () => {
    const html = annotatedPage(await exportedPolyglot(await makeDatabase()))
    expect(html).not.toMatch(/<script|<img|<link|src=|url\(|@import/)
    expect(html).toContain('&lt; zero were measured at dawn &amp; &quot;nobody&quot; slept')
    expect(html).toMatch(/class="claim is-s first" id="c\d+"/)
    expect(html).toMatch(/class="claim is-d first"/)
    expect(html).toContain('supports: ')
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/The painter has|a clerk of the trust/)
  })

  test('tells what was named', async () => {
    const html = annotatedPage(
      await exportedPolyglot(await makeDatabase(), ['rationale', 'protected-sources']),
    )
    expect(html).toContain('Ana: The painter has two dolphins.')
    expect(html).toContain('contradicts: a clerk of the trust')
    expect(html).not.toContain('the clerk told me')
  })

  test.skipIf(!hasChromium)(
    `prints to a PDF with its words in it ${hasChromium ? '' : WITHOUT_CHROMIUM}`,
    { timeout: 120_000 },
    async () => {
      const pdf = await printPage(annotatedPage(await exportedPolyglot(await makeDatabase())))
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
      const { text } = await readDocument(pdf, { name: 'page.pdf' })
      expect(text).toContain('dolphins on the bow')
      expect(text).toContain('перевёз 320 пассажиров')
    },
  )
})

test('where no browser prints, that is said and what to do instead', async () => {
  const { Invalid } = await import('../../../src/errors.ts')
  const before = process.env['CHROMIUM']
  onTestFinished(() => {
    if (before === undefined) delete process.env['CHROMIUM']
    else process.env['CHROMIUM'] = before
  })
  process.env['CHROMIUM'] = '/bin/false'
  const refused = printPage('<p>words</p>')
  await expect(refused).rejects.toThrow(Invalid)
  await expect(refused).rejects.toThrow('export as html and print that')
})

describeInBrowser('the annotated page in a browser', (newWindow) => {
  describeOnSqlite('of a report', (makeDatabase) => {
    test('has nothing that axe finds, light or dark, wide or narrow, and never scrolls sideways', async () => {
      const html = annotatedPage(await exportedPolyglot(await makeDatabase(), inclusions))
      const page = await newWindow('about:blank')
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [1280, 390]) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 800 })
          await page.setContent(html)
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual(
            [],
          )
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        }
    })
  })
})
