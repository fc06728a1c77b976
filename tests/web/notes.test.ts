import { expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'

const QUARRY = `The quarry was closed on 1 May 1922.[1] Two men reportedly stayed below.[2] Its owner had left for Oslo.[3]

It was opened again in 1925.[1]

Notes

[1] Hill Observer, "Quarry shut", 2 May 1922, https://observer.example/quarry

[3] Letter from the owner, javascript:alert(1), 4 June 1922.

[4] Parish register, vol. 9.
`

describeOnBothDatabases('the page of notes', (makeDatabase) => {
  async function notesOf(text: string): Promise<PageContent> {
    const desk = testApp(await makeDatabase())
    const bytes = Buffer.from(text)
    const { id } = await importReport(desk.db, { bytes, name: 'quarry.txt', importedBy: null, at: desk.now })
    return pageContent((await (await desk.as('reader')).get(`/reports/${id}/notes`).expect(200)).text)
  }

  const notesIn = ({ elements }: PageContent): string[] =>
    elements.filter(({ attributes }) => /^note( |$)/.test(attributes['class'] ?? '')).map(({ text }) => text)

  test('says what is missing first, then each note with the words that lean on it', async () => {
    const page = await notesOf(QUARRY)
    expect(page.text).toContain('3 notes · 1 marker without a note · 1 note that nothing calls')
    const [missing, ...notes] = notesIn(page)
    expect(missing).toMatch(/^2 claim 2 to check Two men reportedly stayed below/)
    expect(notes).toHaveLength(3)
    expect(notes[0]).toMatch(
      /claim 1 to check The quarry was closed on 1 May 1922\. claim 4 to check It was opened again/,
    )
    expect(notes[2]).toContain('nothing in the text calls it')
  })

  test('links to the claims, and to sources on the web alone', async () => {
    const { hrefs } = await notesOf(QUARRY)
    expect(hrefs.filter((href) => /desk\?claim=\d+#claim$/.test(href))).toHaveLength(4)
    expect(hrefs).toContain('https://observer.example/quarry')
    expect(hrefs.filter((href) => href.startsWith('javascript:'))).toEqual([])
  })

  test('of a report without notes says so, and where to go', async () => {
    const page = await notesOf('The quarry was closed in May.\n')
    expect(page.text).toContain('This report has no notes.')
    expect(page.hrefs.some((href) => /\/reports\/[^/]+\/claims$/.test(href))).toBe(true)
  })
})
