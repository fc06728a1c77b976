import { expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'

const QUAY = `# The quay

The quay was built in 1871 by[^1]

three hundred masons.

Quay Papers, page 9

The owner was fined.[^2] Nobody paid. The fine was doubled in 1873.

[^1]: Port Gazette, 4 March 1871.
[^3]: Port Gazette, 9 May 1872.
`

describeOnBothDatabases('the pages of corrections', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const { id } = await importReport(desk.db, {
      bytes: Buffer.from(QUAY),
      name: 'quay.md',
      importedBy: null,
      at: desk.now,
    })
    const draft = await desk.db.draft.findFirstOrThrow({ include: { text: true } })
    const editor = await desk.as('editor')
    const at = `/reports/${id}`
    const show = async (path: string): Promise<PageContent> =>
      pageContent((await editor.get(`${at}${path}`).expect(200)).text)
    const start = (words: string): string => String(draft.text.body?.indexOf(words))
    let revision = 0
    const correct = async (fields: Record<string, string>, status = 303) => {
      const sent = { draftId: draft.id, revision: String(revision), ...fields }
      const answer = await editor.post(`${at}/corrections`, sent).expect(status)
      if (status === 303) revision += 1
      return answer
    }
    return { desk, at, editor, show, start, correct }
  }

  const rows = ({ elements }: PageContent): string[] =>
    elements
      .filter(({ attributes }) => /^covered( |$)/.test(attributes['class'] ?? ''))
      .map(({ text }) => text)

  test('list the blocks with what can be corrected in each, for editors', async () => {
    const { desk, at, show, start } = await opened()
    const page = await show('/reading/blocks')
    expect(rows(page)).toHaveLength(7)
    expect(rows(page)[1]).toMatch(/^block 2 · paragraph The quay was built in 1871 by\[1\] Correct/)
    expect(rows(page)[4]).toContain('Nobody paid. The fine was doubled in 1873. Divide here')
    expect(rows(page)[5]).toContain('This is no note: drop it')
    const to = await (await desk.as('editor')).get(`${at}/reading/blocks?at=${start('Quay Papers')}`)
    expect(to.headers['location']).toBe(`${at}/reading/blocks#k${start('Quay Papers')}`)
    await (await desk.as('reviewer')).get(`${at}/reading/blocks`).expect(403)
  })

  test('join, divide and drop blocks; the desk shows the text so', async () => {
    const { show, start, correct } = await opened()
    await correct({ kind: 'joined', block: start('three hundred') })
    await correct({ kind: 'divided', block: start('The owner'), at: start('The fine') })
    const answer = await correct({ kind: 'dropped', block: start('Quay Papers'), reason: 'A running head.' })
    expect(answer.headers['location']).toContain(`/reading/blocks#k${start('Quay Papers')}`)
    const desk = await show('/desk?claim=1')
    const paragraphs = desk.elements.filter(
      ({ name, attributes }) => name === 'p' && /^b\d/.test(attributes['id'] ?? ''),
    )
    expect(paragraphs.map(({ text }) => text)).toContain(
      'The quay was built in 1871 by [1] three hundred masons.',
    )
    expect(paragraphs.map(({ text }) => text)).toContain('The fine was doubled in 1873.')
    expect(desk.elements.find(({ attributes }) => attributes['class'] === 'no-block')?.text).toBe(
      'Quay Papers, page 9',
    )
  })

  test('say on the account what was corrected by whom and why, and take it back', async () => {
    const { at, editor, show, start, correct } = await opened()
    await correct({ kind: 'dropped', block: start('Quay Papers'), reason: 'A <i>running</i> head.' })
    const page = await show('/reading')
    expect(page.text).toMatch(
      /no part of the text: “Quay Papers, page 9” A <i>running<\/i> head\. The editor,/,
    )
    const correctionId =
      page.elements.find(({ attributes }) => attributes['name'] === 'correctionId')?.attributes['value'] ?? ''
    await editor.post(`${at}/corrections/withdrawals`, { correctionId, revision: '0' }).expect(409)
    await editor.post(`${at}/corrections/withdrawals`, { correctionId, revision: '1' }).expect(303)
    expect((await show('/reading')).text).toContain('taken back by The editor')
    expect(rows(await show('/reading/blocks'))).toHaveLength(7)
  })

  test('link a marker without a note on the page of notes, by the note’s label', async () => {
    const { show, correct } = await opened()
    const before = await show('/notes')
    expect(before.text).toContain('1 marker without a note')
    const marker = '1'
    const refused = await correct({ kind: 'linked', marker, note: 'nine' }, 422)
    const page = pageContent(refused.text)
    expect(page.hrefs).toContain('#note-1')
    expect(page.elements.find(({ attributes }) => attributes['id'] === 'note-1')?.attributes).toMatchObject({
      value: 'nine',
      'aria-invalid': 'true',
    })
    await correct({ kind: 'linked', marker, note: '3' })
    expect((await show('/notes')).text).not.toContain('without a note')
    await correct({ kind: 'unlinked', marker })
    expect((await show('/notes')).text).toContain('1 marker without a note')
  })

  test('mark blocks as notes, and keep what was typed where that cannot be', async () => {
    const { show, start, correct } = await opened()
    const block = start('Quay Papers')
    const unlabelled = await correct({ kind: 'noted', block, to: '4', countFrom: '', reason: 'typed' }, 422)
    const page = pageContent(unlabelled.text)
    expect(page.text).toContain('The first block bears no label')
    expect(page.hrefs).toContain(`#block-${block}`)
    expect(
      page.elements.find(({ attributes }) => attributes['id'] === `reason-${block}`)?.attributes['value'],
    ).toBe('typed')
    await correct({ kind: 'noted', block, to: '99', countFrom: '2' }, 422)
    await correct({ kind: 'divided', block, at: '' }, 422)
    await correct({ kind: 'nothing', block }, 422)
    await correct({ kind: 'noted', block, to: '4', countFrom: '2' })
    const notes = await show('/notes')
    expect(notes.text).toContain('3 notes')
    expect(notes.text).not.toContain('marker without a note')
  })
})
