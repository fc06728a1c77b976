import { beforeAll, beforeEach, expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { HARBOUR_REPORT } from '../support/reports.ts'

const NEXT = HARBOUR_REPORT.replace('3 May', '3 June').replace(
  'The harbour master signed the log at noon. ',
  '',
)

describeOnSqlite('the drafts of a report', (makeDatabase) => {
  let desk: TestApp
  let editor: Browser
  let at: string

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    editor = await desk.as('editor')
  })
  beforeEach(async () => {
    const file = { bytes: Buffer.from(HARBOUR_REPORT), name: 'harbour.md' }
    const { id } = await importReport(desk.db, { ...file, importedBy: null, at: desk.now })
    at = `/reports/${id}/drafts`
  })
  const text = async (browser: Browser): Promise<string> =>
    pageContent((await browser.get(at).expect(200)).text).text

  test('are listed with how the claims stand in each, the newest first', async () => {
    await editor.upload(at, Buffer.from(NEXT), 'harbour-2.md').expect(303).expect('location', `${at}/2`)
    const page = await text(editor)
    expect(page).toMatch(
      /Draft 2 at work harbour-2\.md.*1 edited, or a note of theirs · 1 not found: cut or moved\? Draft 1 harbour\.md.*4 claims/s,
    )
  })

  test('get a next one by pasted text, too', async () => {
    await editor.post(at, { pasted: NEXT }).expect(303)
    expect(await text(editor)).toContain('Draft 2 at work')
  })

  test('refuse the same file and keep what was pasted', async () => {
    const { text: page } = await editor.upload(at, Buffer.from(HARBOUR_REPORT), 'again.md').expect(409)
    expect(pageContent(page).text).toContain('This very file is draft 1 of the report already.')
    const { text: both } = await editor
      .upload(at, Buffer.from('x'), 'x.md', { pasted: 'Kept words.' })
      .expect(422)
    expect(both).toContain('Kept words.')
    const { text: broken } = await editor.upload(at, Buffer.from('PK broken'), 'x.docx').expect(422)
    expect(pageContent(broken).text).toMatch(/damaged|cannot be read|no Word/i)
  })

  test('offer no form to those who may not add one', async () => {
    const reviewer = await desk.as('reviewer')
    expect((await reviewer.get(at).expect(200)).text).not.toContain('<form method="post" action="/reports/')
    await reviewer.upload(at, Buffer.from(NEXT), 'harbour-2.md').expect(403)
  })

  test('that may be another report’s are asked about first, and the file is kept for a yes', async () => {
    const other = Buffer.from('Nobody here knows the baker. His oven was sold to a widow in 1911.')
    const { text: asked } = await editor.upload(at, other, 'baker.md').expect(409)
    expect(pageContent(asked).text).toMatch(/baker\.md ?: This looks like another report: of 4 claims none/)
    expect(await text(editor)).not.toContain('Draft 2')
    const waiting = /name="waiting" value="([^"]+)"/.exec(asked)?.[1] ?? ''
    const stranger = await desk.as('admin')
    await stranger.post(at, { waiting }).expect(422)
    await editor.post(at, { waiting }).expect(303).expect('location', `${at}/2`)
    expect(await text(editor)).toContain('Draft 2 at work baker.md')
    await editor.post(at, { waiting }).expect(422)
  })
})
