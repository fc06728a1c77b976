import { expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { type DatabaseMaker } from '../support/databases.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'

const TUNNEL = `# The tunnel

The tunnel was dug in 1888.[^1] It was flooded twice.[^2]

[^1]: Valley Post, 3 March 1888.
[^9]: Valley Post, 4 March 1888.
`

async function readingOf(makeDatabase: DatabaseMaker['make'], text: string): Promise<PageContent> {
  const desk = testApp(await makeDatabase())
  const bytes = Buffer.from(text)
  const { id } = await importReport(desk.db, { bytes, name: 'tunnel.md', importedBy: null, at: desk.now })
  return pageContent((await (await desk.as('reader')).get(`/reports/${id}/reading`).expect(200)).text)
}

const tallies = ({ elements }: PageContent): string[] =>
  elements.filter(({ name }) => name === 'dt' || name === 'dd').map(({ text }) => text)

describeOnBothDatabases('what was read', (makeDatabase) => {
  test('is counted, and everything lost is listed with its place in the text', async () => {
    const page = await readingOf(makeDatabase, TUNNEL)
    expect(tallies(page)).toEqual([
      'blocks',
      '4',
      'markers',
      '2',
      'notes',
      '2',
      '2 footnotes',
      'citations',
      '2',
      'sentences',
      '3',
      'claims',
      '2',
    ])
    expect(page.text).toMatch(/Markers without a note 1 Marker 2 has no note\. ….*It was flooded twice\./)
    expect(page.text).toMatch(/Notes that nothing calls 1 .*Valley Post, 4 March 1888/)
  })

  test('without loss says so', async () => {
    const page = await readingOf(makeDatabase, 'The tunnel was dug in 1888.\n')
    expect(page.text).toContain('Everything in the file was understood')
    expect(page.text).not.toContain('What reading lost or could not place')
  })
})

describeOnSqlite('what was read of a file with much lost', (makeDatabase) => {
  test('lists the first hundred of a kind and counts the rest', async () => {
    const lines = Array.from({ length: 130 }, (_, i) => `Shaft ${i + 1} was closed in May.[^${i + 1}]`)
    const page = await readingOf(makeDatabase, `${lines.join('\n\n')}\n\n[^1]: Valley Post, 3 May 1890.\n`)
    expect(page.text).toContain('Markers without a note 129')
    expect(page.text.match(/has no note\./g)).toHaveLength(100)
    expect(page.text).toContain('and 29 more of this kind')
  })
})
