import { beforeEach, expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'

const BRIDGE = `The bridge at Orlé was opened on 9 June 1931.[1] It may have cost 80,000 crowns.[2] Nobody drowned during the works.

There are unconfirmed reports that a pier sank in the first winter.[3] The toll was abolished in 1946.[1]

Notes

[1] Orlé Gazette, 10 June 1931.

[3] Letter from the engineer, 2 February 1932.
`

async function importText(desk: TestApp, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  return (await importReport(desk.db, { bytes, name: 'bridge.txt', importedBy: null, at: desk.now })).id
}

/** The numbers of the claims that a page lists, in its order. */
const numbers = ({ elements }: PageContent): number[] =>
  elements.filter(({ name }) => name === 'tr').flatMap(({ text }) => (/^\d+/.exec(text) ?? []).map(Number))

describeOnBothDatabases('the table of claims', (makeDatabase) => {
  let desk: TestApp
  let reader: Browser
  let reportId: string

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    reader = await desk.as('reader')
    reportId = await importText(desk, BRIDGE)
  })

  const table = async (query = ''): Promise<PageContent> =>
    pageContent((await reader.get(`/reports/${reportId}/claims${query}`).expect(200)).text)

  async function rule(number: number, verdict: 'substantiated' | 'disputed'): Promise<void> {
    const claim = await desk.db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })
    const checker = (await desk.as('reviewer')).account
    const reason = verdict === 'disputed' ? 'detail-differs' : undefined
    await recordVerdict(desk.db, {
      claimId: claim.id,
      checker,
      verdict,
      reason,
      seenVersion: 1,
      at: desk.now,
    })
  }

  test('lists every claim with its status, how it reads, its notes and its outcome', async () => {
    await rule(1, 'substantiated')
    const page = await table()
    expect(numbers(page)).toEqual([1, 2, 3, 4, 5])
    const rows = page.elements.filter(({ name }) => name === 'tr').map(({ text }) => text)
    expect(rows[1]).toMatch(
      /^1 The bridge at Orlé .* substantiated checked by one person reads flat 1 stands$/,
    )
    expect(rows[2]).toMatch(/80,000 crowns.* to check reads hedged 2 missing$/)
    expect(rows[4]).toContain('reads doubtful')
    expect(page.hrefs).toContain(`/reports/${reportId}/desk?claim=4#claim`)
    expect(page.text).toContain('1–5 of 5')
  })

  const filters = [
    { query: '?status=substantiated', shows: [1] },
    { query: '?status=disputed', shows: [5] },
    { query: '?status=unreviewed', shows: [2, 3, 4] },
    { query: '?status=unsettled', shows: [2, 3, 4, 5] },
    { query: '?level=low', shows: [4] },
    { query: '?missing=1', shows: [2] },
    { query: '?status=needs-second', shows: [] },
    { query: '?status=objections', shows: [] },
    { query: '?risk=high', shows: [] },
    { query: '?risk=ordinary&level=low', shows: [4] },
    { query: '?group=harbour', shows: [] },
    { query: '?q=ORLE', shows: [1] },
    { query: '?q=+crowns+', shows: [2] },
    { query: '?status=unreviewed&level=high', shows: [3] },
    { query: '?status=made-up&level=none&sort=nothing&page=-3', shows: [1, 2, 3, 4, 5] },
    { query: '?q=%25', shows: [] },
    { query: '?q=o_en', shows: [] },
    { query: '?q=orle&status=substantiated', shows: [1] },
    { query: '?status=substantiated&status=disputed', shows: [1, 2, 3, 4, 5] },
  ]

  test.each(filters)('$query shows $shows', async ({ query, shows }) => {
    await rule(1, 'substantiated')
    await rule(5, 'disputed')
    const page = await table(query)
    expect(numbers(page)).toEqual(shows)
    expect(page.text.includes('No claim fits')).toBe(shows.length === 0)
  })

  test.each(['?q=ORLE', '?q=%25', '?missing=1'])('%s shows the same on the desk', async (query) => {
    const shown = numbers(await table(query)).length
    const desk = await reader.get(`/reports/${reportId}/desk${query}&claim=1`).expect(200)
    expect(pageContent(desk.text).text).toContain(`Filter: ${shown} of 5 claims`)
  })

  test('is sorted as it is asked, and the links to other orders keep the filter', async () => {
    await rule(3, 'disputed')
    expect(numbers(await table('?sort=confidence'))[0]).toBe(4)
    expect(numbers(await table('?sort=status'))[0]).toBe(3)
    const page = await table('?q=the&status=unreviewed')
    expect(page.hrefs).toContain(`/reports/${reportId}/claims?status=unreviewed&q=the&sort=confidence`)
  })

  test('keeps in the form what was asked for', async () => {
    const { elements } = await table('?q=%22quoted%22&status=disputed&missing=1&sort=status')
    const valueOf = (id: string) =>
      elements.find(({ attributes }) => (attributes['id'] ?? attributes['name']) === id)?.attributes
    expect(valueOf('q')?.['value']).toBe('"quoted"')
    expect(valueOf('missing')).toHaveProperty('checked')
    expect(valueOf('sort')?.['value']).toBe('status')
    expect(
      elements.find(({ attributes }) => 'selected' in attributes && attributes['value'] === 'disputed'),
    ).toBeDefined()
  })
})

describeOnSqlite('a table of many claims', (makeDatabase) => {
  test('is given a hundred at a time, and its pages keep filter and order', async () => {
    const desk = testApp(await makeDatabase())
    const lines = Array.from({ length: 130 }, (_, i) => `Boat number ${i + 1} left the harbour before noon.`)
    const reportId = await importText(desk, lines.join('\n\n'))
    const reader = await desk.as('reader')
    const get = async (path: string) => pageContent((await reader.get(path).expect(200)).text)
    const first = await get(`/reports/${reportId}/claims?q=boat&sort=number`)
    expect(numbers(first)).toHaveLength(100)
    expect(first.text).toContain('1–100 of 130')
    const next = first.hrefs.find((href) => href.includes('page=2')) ?? ''
    expect(next).toContain('q=boat&sort=number')
    const second = await get(next)
    expect(numbers(second)).toEqual(Array.from({ length: 30 }, (_, i) => 101 + i))
    expect(second.text).toContain('101–130 of 130')
    expect(second.hrefs.some((href) => href.includes('page=3'))).toBe(false)
    expect((await get(`/reports/${reportId}/claims?page=999999`)).text).toContain('No claim fits')
  })
})
