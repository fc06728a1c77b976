import { expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { type Browser, testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { LIGHTHOUSE } from '../support/lighthouse.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'

const OPINION = 'In my opinion'

/** The fields of the form of one sentence, as the page has them. */
function formOf(page: PageContent, words: string): Record<string, string> {
  const item = page.elements.findIndex(
    ({ attributes, text }) => attributes['class']?.startsWith('covered') && text.startsWith(words),
  )
  const fields = page.elements.slice(item).filter(({ name }) => name === 'input')
  const valueOf = (field: string) =>
    fields.find(({ attributes }) => attributes['name'] === field)?.attributes['value'] ?? ''
  return Object.fromEntries(
    ['draftId', 'start', 'end', 'seen', 'seenVersion', 'show', 'page', 'classificationId'].map((field) => [
      field,
      valueOf(field),
    ]),
  )
}

const rowsOf = ({ elements }: PageContent): string[] =>
  elements.filter(({ attributes }) => /^covered( |$)/.test(attributes['class'] ?? '')).map(({ text }) => text)

async function opened(
  makeDatabase: Parameters<Parameters<typeof describeOnSqlite>[1]>[0],
  text = LIGHTHOUSE,
) {
  const desk = testApp(await makeDatabase())
  const { id } = await importReport(desk.db, {
    bytes: Buffer.from(text),
    name: 'lighthouse.md',
    importedBy: null,
    at: desk.now,
  })
  const at = `/reports/${id}/coverage`
  const [editor, reader] = [await desk.as('editor'), await desk.as('reader')]
  const show = async (browser: Browser, query = '') =>
    pageContent((await browser.get(`${at}${query}`).expect(200)).text)
  return { desk, id, at, editor, reader, show }
}

describeOnBothDatabases('the coverage of a report', (makeDatabase) => {
  test('shows each sentence as a claim or says why it is none, and headings apart', async () => {
    const { reader, show } = await opened(makeDatabase)
    const page = await show(reader)
    expect(rowsOf(page)).toEqual([
      expect.stringMatching(/^The lighthouse was lit .* claim 1 to check$/),
      'Who paid for it? not checkable , because it asks',
      expect.stringMatching(/not checkable , because it gives an opinion$/),
      'The keeper signed the log twice. claim 2 to check',
      expect.stringMatching(/claim 3 to check$/),
      'The lighthouse not checkable , because it is a heading',
      'The keepers not checkable , because it is a heading',
    ])
    expect(page.text).toContain('5 of 5 sentences have been classified by nobody yet')
    expect(page.text).not.toContain('Make a claim of it')
  })

  test.each([
    ['?show=claims', 3],
    ['?show=not-checkable', 2],
    ['?show=unclassified', 5],
    ['?show=made-up&page=-1', 5],
    ['?page=7', 0],
  ])('%s shows %i sentences', async (query, count) => {
    const { reader, show } = await opened(makeDatabase)
    const page = await show(reader, query)
    expect(rowsOf(page).length - 2).toBe(count)
    expect(page.text.includes('There is no such sentence.')).toBe(count === 0)
  })

  test('lets an editor make a claim, take it back, and say why a claim is none', async () => {
    const { at, editor, show } = await opened(makeDatabase)
    const fields = formOf(await show(editor, '?show=not-checkable'), OPINION)
    const sent = await editor.post(at, { ...fields, kind: 'claim' }).expect(303)
    expect(sent.headers['location']).toBe(`${at}?show=not-checkable#s${fields['start'] ?? ''}`)
    const made = await show(editor)
    expect(made.text).toContain('claim 4 to check · The editor said so')
    const { classificationId = '', ...rest } = formOf(made, OPINION)
    await editor.post(`${at}/withdrawals`, { ...rest, classificationId }).expect(303)
    const form = formOf(await show(editor), 'The keeper signed')
    await editor
      .post(at, { ...form, kind: 'not checkable', because: 'other', words: 'Lore <b>only</b>.' })
      .expect(303)
    expect((await show(editor)).text).toMatch(
      /claim 2 · not checkable , because of another reason · The editor said so, .*: “ Lore <b>only<\/b>\. ”/,
    )
  })

  test('gives a form that lacks a reason back with what was typed, opened, and the problem linked to its field', async () => {
    const { at, editor, show } = await opened(makeDatabase)
    const fields = formOf(await show(editor), OPINION)
    const refused = await editor
      .post(at, { ...fields, kind: 'not checkable', because: '', words: 'typed before' })
      .expect(422)
    const page = pageContent(refused.text)
    expect(page.hrefs).toContain(`#because-${fields['start'] ?? ''}`)
    const ids = page.elements.map(({ attributes }) => attributes)
    expect(ids.find(({ id }) => id === `because-${fields['start'] ?? ''}`)).toHaveProperty('aria-invalid')
    expect(ids.find(({ id }) => id === `words-${fields['start'] ?? ''}`)?.['value']).toBe('typed before')
    expect(
      page.elements.filter(({ name, attributes }) => name === 'details' && 'open' in attributes),
    ).toHaveLength(1)
    await editor
      .post(at, { ...fields, kind: 'not checkable', because: 'other', words: 'x'.repeat(2001) })
      .expect(422)
  })

  test('answers with a conflict when the sentence was classified meanwhile, and is for editors', async () => {
    const { desk, at, editor, show } = await opened(makeDatabase)
    const fields = formOf(await show(editor), OPINION)
    await editor.post(at, { ...fields, kind: 'claim' }).expect(303)
    await editor.post(at, { ...fields, kind: 'claim' }).expect(409)
    await (await desk.as('reviewer')).post(at, { ...fields, kind: 'claim' }).expect(403)
  })

  test('of a claim that is set aside leads to the desk, where it is shown but cannot be ruled on', async () => {
    const { desk, id, at, editor, reader, show } = await opened(makeDatabase)
    const form = formOf(await show(editor), 'The keeper signed')
    await editor.post(at, { ...form, kind: 'not checkable', because: 'opinion' }).expect(303)
    const reviewer = await desk.as('reviewer')
    const panel = pageContent((await reviewer.get(`/reports/${id}/desk?claim=2`).expect(200)).text)
    expect(panel.text).toContain('set aside: marked as not checkable')
    expect(panel.text).toContain('This claim is none of those to settle')
    expect(panel.elements.filter(({ attributes }) => attributes['name'] === 'verdict')).toEqual([])
    const table = pageContent((await reader.get(`/reports/${id}/claims?status=set-aside`).expect(200)).text)
    expect(table.text).toContain('The keeper signed the log twice.')
    expect((await reader.get(`/reports/${id}/claims`)).text).not.toContain('The keeper signed the log twice.')
  })
})

describeOnSqlite('the coverage of a long report', (makeDatabase) => {
  test('of 5,000 sentences comes by the hundred in less than a second', async () => {
    const lines = Array.from({ length: 2500 }, (_, i) => `Boat ${i} left at noon. Who saw boat ${i} leave?`)
    const { reader, show } = await opened(makeDatabase, lines.join('\n\n'))
    await show(reader)
    const before = performance.now()
    const page = await show(reader, '?page=2')
    expect(performance.now() - before).toBeLessThan(1000)
    expect(rowsOf(page)).toHaveLength(100)
    expect(page.text).toContain('101–200 of 5000')
    expect(page.text).toContain('5000 of 5000 sentences')
  })
})
