import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../../src/db/database.ts'
import { describeOnSqlite } from '../../support/databases.ts'

describeOnSqlite('a desk that was opened for the first time', (_, makeUrl) => {
  test.each([
    ['Verdict', 'claimId'],
    ['Evidence', 'claimId'],
    ['Evidence', 'sourceId'],
    ['Initials', 'draftId'],
    ['Tick', 'draftId'],
  ])('finds rows of %s that were not taken back by their %s', async (table, column) => {
    const url = await makeUrl()
    await closeDatabase(await openDatabase(url))
    const file = new DatabaseSync(url.replace(/^file:/, ''), { readOnly: true })
    const plan = file
      .prepare(`EXPLAIN QUERY PLAN SELECT * FROM "${table}" WHERE "${column}" = ? AND "withdraws" IS NULL`)
      .all('x') as { detail: string }[]
    file.close()
    expect(plan.map(({ detail }) => detail).join()).toMatch(new RegExp(`\\(${column}=\\?`))
  })

  test('is looked at again when it has rows, and may be opened any number of times', async () => {
    const url = await makeUrl()
    for (let time = 0; time < 3; time++) await closeDatabase(await openDatabase(url))
    const file = new DatabaseSync(url.replace(/^file:/, ''), { readOnly: true })
    const guesses = file
      .prepare(`SELECT COUNT(*) AS n FROM sqlite_stat1 WHERE idx = 'Verdict_withdraws_key'`)
      .all()
    file.close()
    expect(guesses).toEqual([{ n: 1 }])
  })
})
