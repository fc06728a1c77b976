import { expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { morning, reportAtWork } from '../support/reports.ts'

const MILL = '# The mill\n\nThe mill burned down in 1904. It was never rebuilt.\n'

describeOnBothDatabases('the list of reports', (makeDatabase) => {
  test('says what to do while it is empty, to each as far as they may', async () => {
    const desk = testApp(await makeDatabase())
    const editors = pageContent((await (await desk.as('editor')).get('/reports').expect(200)).text)
    expect(editors.text).toContain('There is no report on this desk yet. Upload or paste one')
    const readers = pageContent((await (await desk.as('reader')).get('/reports').expect(200)).text)
    expect(readers.text).toContain('An editor can upload one.')
    expect(readers.hrefs).not.toContain('/reports/new')
  })

  test('counts what was ruled and what is left, in words', async () => {
    const desk = testApp(await makeDatabase())
    const { claims, ana } = await reportAtWork(desk.db)
    const ruling = { checker: ana, seenVersion: 1, at: morning(2) }
    await recordVerdict(desk.db, { ...ruling, claimId: claims[0]!.id, verdict: 'substantiated' })
    await recordVerdict(desk.db, {
      ...ruling,
      claimId: claims[1]!.id,
      verdict: 'disputed',
      reason: 'no-reply',
    })
    const { text } = pageContent((await (await desk.as('reader')).get('/reports')).text)
    expect(text).toContain('The harbour fire')
    expect(text).toContain('Draft 1, read 5 Jan 2026, 08:01 UTC')
    for (const words of ['1 substantiated', '1 disputed', '2 to check, 1 ruled but not settled'])
      expect(text).toContain(words)
  })
})

describeOnSqlite('the list of many reports', (makeDatabase) => {
  test('is given fifty at a time, newest first', async () => {
    const desk = testApp(await makeDatabase())
    for (let i = 1; i <= 52; i++)
      await importReport(desk.db, {
        bytes: Buffer.from(MILL),
        name: 'mill.md',
        title: `Mill ${i}.`,
        importedBy: null,
        at: morning(i),
      })
    const reader = await desk.as('reader')
    const first = pageContent((await reader.get('/reports')).text)
    expect(first.text.indexOf('Mill 52.')).toBeLessThan(first.text.indexOf('Mill 3.'))
    expect(first.text).not.toContain('Mill 2.')
    const older = first.hrefs.find((href) => href.startsWith('/reports?after=')) ?? ''
    const second = pageContent((await reader.get(older).expect(200)).text)
    expect(second.text).toMatch(/Mill 2\..*Mill 1\./)
    expect(second.text).not.toContain('Older reports')
  })
})

describeOnBothDatabases('a new report', (makeDatabase) => {
  const reports = (desk: TestApp) => desk.db.report.findMany({ include: { currentDraft: true } })

  test('is for editors: others are told who may', async () => {
    const desk = testApp(await makeDatabase())
    const reviewer = await desk.as('reviewer')
    const { text } = await reviewer.get('/reports/new').expect(403)
    expect(text).toContain('Only an editor or above may do this; your role is reviewer.')
    await reviewer.upload('/reports', Buffer.from(MILL), 'mill.md').expect(403)
    expect(await reports(desk)).toEqual([])
  })

  test('is read from a file, leads to what was read, and the file is kept as it came', async () => {
    const desk = testApp(await makeDatabase())
    const editor = await desk.as('editor')
    const { headers } = await editor
      .upload('/reports', Buffer.from(MILL), 'mill.md', { pasted: '' })
      .expect(303)
    const [report] = await reports(desk)
    expect(headers['location']).toBe(`/reports/${report?.id ?? ''}/reading`)
    expect(report).toMatchObject({
      title: 'The mill',
      currentDraft: { sourceName: 'mill.md', sourceType: 'markdown' },
    })
    const original = await desk.db.blob.findUniqueOrThrow({
      where: { sha256: report?.currentDraft?.originalId ?? '' },
    })
    expect(Buffer.from(original.bytes ?? []).toString()).toBe(MILL)
  })

  test('is read from a pasted text, under the title and as the format that were given', async () => {
    const desk = testApp(await makeDatabase())
    const fields = { pasted: 'A *mill* burned.\n', title: 'Of mills', type: 'text' }
    await (await desk.as('editor')).post('/reports', fields).expect(303)
    expect(await reports(desk)).toMatchObject([{ title: 'Of mills', currentDraft: { sourceType: 'text' } }])
  })

  const refused = [
    { name: 'without a file or a text', fields: {}, says: 'Choose a file, or paste', field: '#file' },
    {
      name: 'with both',
      fields: { pasted: 'The mill burned.' },
      file: MILL,
      says: 'keep one of the two',
      field: '#pasted',
    },
    {
      name: 'with too long a title',
      fields: { title: 't'.repeat(501), pasted: 'The mill burned.' },
      says: 'Shorten the title to 500',
      field: '#title',
    },
    { name: 'with an empty file', fields: {}, file: '', says: 'empty', field: '#file' },
    { name: 'with a file that is no text', fields: {}, file: binary(), says: 'text', field: '#file' },
  ]

  test.each(refused)(
    '$name comes back with what was typed and makes nothing',
    async ({ fields, file, says, field }) => {
      const desk = testApp(await makeDatabase())
      const editor = await desk.as('editor')
      const typed = { title: 'As I “called” it', type: 'html', ...fields }
      const answer = await (file === undefined
        ? editor.post('/reports', typed)
        : editor.upload('/reports', Buffer.from(file), 'a.txt', typed))
      expect(answer.status).toBe(422)
      const page = pageContent(answer.text)
      const problem = page.elements.find(
        ({ name, attributes }) => name === 'a' && attributes['href'] === field,
      )
      expect(problem?.text).toContain(says)
      const wrong = page.elements.find(({ attributes }) => attributes['id'] === field.slice(1))
      expect(wrong?.attributes['aria-invalid']).toBe('true')
      expect(page.elements.find(({ attributes }) => attributes['id'] === 'title')?.attributes['value']).toBe(
        typed.title,
      )
      expect(page.elements.find(({ attributes }) => 'selected' in attributes)?.attributes['value']).toBe(
        'html',
      )
      expect(page.elements.find(({ name }) => name === 'textarea')?.text).toBe(
        'pasted' in fields ? fields.pasted : '',
      )
      expect(await reports(desk)).toEqual([])
    },
  )
})

/** Bytes that no encoding of a text gives. */
function binary(): Buffer {
  return Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 131) % 256))
}

describeOnSqlite('the pages of a report', (makeDatabase) => {
  const places = ['reading', 'desk?claim=1', 'claims', 'notes', 'history']

  test('that nobody knows answer 404, and say so', async () => {
    const desk = testApp(await makeDatabase())
    const reader = await desk.as('reader')
    for (const path of [...places.map((place) => `/reports/none/${place}`), '/claims/none', '/reports/none'])
      expect({ path, status: (await reader.get(path)).status }).toEqual({ path, status: 404 })
  })

  test('that is closed answer 404 to whom it does not name, as if it never was', async () => {
    const desk = testApp(await makeDatabase())
    const { report, claims } = await reportAtWork(desk.db)
    await desk.db.report.update({ where: { id: report.id }, data: { closed: true } })
    const admin = await desk.as('admin')
    for (const path of [
      ...places.map((place) => `/reports/${report.id}/${place}`),
      `/claims/${claims[0]!.id}`,
    ]) {
      const { text } = await admin.get(path).expect(404)
      expect(text).not.toContain('harbour')
    }
  })

  test('send a visitor to sign in, and back', async () => {
    const desk = testApp(await makeDatabase())
    const { report } = await reportAtWork(desk.db)
    const path = `/reports/${report.id}/claims?status=disputed`
    await desk
      .visitor()
      .get(path)
      .expect(303)
      .expect('Location', `/sign-in?to=${encodeURIComponent(path)}`)
  })
})
