import { expect, test } from 'vitest'
import { maybeSamePerson } from '../../src/claims/same-person.ts'
import { listCallSheet } from '../../src/drafts/list-call-sheet.ts'
import { listNamedPeople } from '../../src/drafts/list-named-people.ts'
import { addChecker, importMarkdown } from '../support/reports.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const PILOTS = `# The pilots

Abel Roe said that the pilot boat left at noon.[^1] The boat was painted red in May.

Roe signed the log twice. Captain Ida Holm denied it.[^2] The mayor thanked Ida Holm and Abel Roe.

[^1]: Coast Gazette, "The pilots", 4 May 2021, https://gazette.example/pilots
[^2]: Harbour Post, "Denied", 5 May 2021, https://post.example/denied
`

describeOnBothDatabases('whom a report names', (makeDatabase) => {
  async function opened() {
    const db = await makeDatabase()
    const eve = await addChecker(db, 'Eve', 'editor')
    const { id: reportId } = await importMarkdown(db, 'pilots.md', PILOTS, eve)
    const sheet = (on: Parameters<typeof listCallSheet>[1]['on']) =>
      listCallSheet(db, { actor: eve, reportId, on })
    const named = (offered: readonly string[] = []) => listNamedPeople(db, { actor: eve, reportId, offered })
    return { db, sheet, named }
  }

  test('is listed with the claims that name them, by the last word of a name too, until a reply is offered', async () => {
    const { named } = await opened()
    expect(await named()).toEqual([
      { name: 'Abel Roe', claims: [1, 3, 5], speaks: 1 },
      { name: 'Ida Holm', claims: [4, 5], speaks: 1 },
    ])
    expect((await named(['Ms. Holm, captain of the pilot boat Ida'])).map(({ name }) => name)).toEqual([
      'Abel Roe',
    ])
  })

  test('is on a call sheet of their claims, in the report’s order', async () => {
    const { sheet } = await opened()
    const rows = await sheet({ person: 'Abel Roe' })
    expect(rows.map(({ number, because }) => [number, because])).toEqual([
      [1, 'says it'],
      [3, 'is named'],
      [5, 'is named'],
    ])
    expect(await sheet({ person: 'Nobody Known' })).toEqual([])
  })

  test('has a source on a call sheet with what leans on it, and on what was merged into it', async () => {
    const { db, sheet } = await opened()
    const [one, other] = await db.citation.findMany({ orderBy: { note: { index: 'asc' } } })
    const source = one?.sourceId ?? ''
    expect((await sheet({ source })).map(({ number }) => number)).toEqual([1])
    await db.source.update({ where: { id: other?.sourceId ?? '' }, data: { mergedIntoId: source } })
    expect((await sheet({ source })).map(({ number }) => number)).toEqual([1, 4])
  })
})

test.each([
  ['Abel Roe', 'Roe', true],
  ['Dr. Ida Holm', 'Ida Holm, harbour master', true],
  ['Abel Roe', 'Ida Roe', false],
  ['', 'Roe', false],
])('%j and %j may be one person: %j', (one, other, same) => {
  expect(maybeSamePerson(one, other)).toBe(same)
})
