import { beforeAll, expect, test } from 'vitest'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { foreignParts, pageContent } from '../support/page-content.ts'

const NAME = '<img src=x onerror=alert(1)>&amp;.txt'
const TITLE = `"><script>alert('title')</script> & 'quotes'`

const TEXT = `The clerk wrote <script>alert("text")</script> into the log.[1] The seal was <img src=x onerror=alert(2)> broken in May.[2]
Some say the gate "stayed' shut.[3] It was </a></p><iframe src="https://elsewhere.example"> opened & closed.[4]

Notes

[1] <script>alert("note")</script>, Harbour Gazette, 5 May 2021, javascript:alert(3)

[2] <a href="javascript:alert(4)" onclick="alert(5)">Letter</a>, 6 May 2021, https://port.example/a"onmouseover="alert(6)

[4] data:text/html,<script>alert(7)</script>

[5] <base href="https://elsewhere.example/">
`

const PAGE = `<!doctype html><html><head><title><b>A page</b></title><base href="https://elsewhere.example/">
<script>alert("head")</script></head><body onload="alert(8)"><h1>A page</h1>
<p>The ledger <a href="javascript:alert(9)">was found</a> by <img src=x onerror=alert(10)> a diver<sup><a href="#n1" id="r1">1</a></sup>.</p>
<p>It named &lt;script&gt;alert("entity")&lt;/script&gt; as its owner.</p>
<ol><li id="n1"><a href="javascript:alert(11)">Diver's log</a>, 7 May 2021. <a href="#r1">back</a></li></ol></body></html>`

const PLACES = ['reading', 'claims', 'notes', 'history']

describeOnSqlite('a report that was made to harm its readers', (makeDatabase) => {
  let desk: TestApp
  let editor: Browser

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    editor = await desk.as('editor')
  })

  /** Every page that prints something of a report, with each of its claims at hand. */
  async function pagesOf(reportId: string): Promise<{ path: string; html: string }[]> {
    const claims = await desk.db.claim.findMany({ where: { reportId } })
    const ofClaims = claims.flatMap(({ id, number }) => [
      `/claims/${id}`,
      `/reports/${reportId}/desk?claim=${number}`,
    ])
    const paths = ['/reports', ...ofClaims, ...PLACES.map((place) => `/reports/${reportId}/${place}`)]
    return Promise.all(paths.map(async (path) => ({ path, html: (await editor.get(path).expect(200)).text })))
  }

  async function upload(text: string, name: string, fields: Record<string, string>): Promise<string> {
    const { headers } = await editor.upload('/reports', Buffer.from(text), name, fields).expect(303)
    return /reports\/([^/]+)/.exec(headers['location'] ?? '')?.[1] ?? ''
  }

  test('prints as the text that it is: no element, no script and no address of its own', async () => {
    const id = await upload(TEXT, NAME, { title: TITLE, type: 'text' })
    const [claim] = await desk.db.claim.findMany({ where: { reportId: id }, orderBy: { number: 'asc' } })
    await recordVerdict(desk.db, {
      claimId: claim!.id,
      checker: editor.account,
      verdict: 'disputed',
      reason: 'other',
      rationale: '</p><script>alert("rationale")</script>',
      seenVersion: 1,
      at: desk.now,
    })
    const pages = await pagesOf(id)
    for (const { path, html } of pages)
      expect({ path, foreign: foreignParts(html) }).toEqual({ path, foreign: [] })
    const printed = pages.map(({ html }) => pageContent(html).text).join('\n')
    for (const words of [
      TITLE,
      '<script>alert("note")</script>',
      '<script>alert("rationale")</script>',
      NAME,
    ])
      expect(printed).toContain(words)
    const text = pageContent(pages.find(({ path }) => path.includes('desk'))?.html ?? '').text
    expect(text).toContain('<script>alert("text")</script>')
    expect(text).toContain('</a></p><iframe src="https://elsewhere.example">')
  })

  test('keeps nothing of a web page’s own script, links and pictures', async () => {
    const pages = await pagesOf(await upload(PAGE, 'page.html', {}))
    for (const { path, html } of pages)
      expect({ path, foreign: foreignParts(html) }).toEqual({ path, foreign: [] })
    const text = pages.map(({ html }) => pageContent(html).text).join('\n')
    expect(text).toContain('It named <script>alert("entity")</script> as its owner.')
    expect(text).not.toMatch(/alert\((?:8|9|10|11|"head")\)/)
  })

  test('comes back escaped when its form is refused', async () => {
    const fields = { title: TITLE, pasted: `</textarea>${TEXT}`, type: '"><script>' }
    const { text } = await editor.upload('/reports', Buffer.from(TEXT), NAME, fields).expect(422)
    expect(foreignParts(text)).toEqual([])
    const area = pageContent(text).elements.find(({ name }) => name === 'textarea')
    expect(area?.text).toMatch(/^<\/textarea>The clerk wrote <script>/)
  })
})
