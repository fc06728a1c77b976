import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase, type Database } from '../../src/db/database.ts'
import { verifyAllChains, verifyChain } from '../../src/history/verify-chain.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { morning, reportAtWork } from '../support/reports.ts'

/** A report whose four claims were each ruled on: five events. */
async function ruledReport(db: Database): Promise<string> {
  const { report, claims, ana } = await reportAtWork(db)
  for (const [i, claim] of claims.entries())
    await recordVerdict(db, {
      claimId: claim.id,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(2 + i),
    })
  return report.id
}

describeOnBothDatabases('a history', (makeDatabase) => {
  test('holds as it was written, report by report and for the desk', async () => {
    const db = await makeDatabase()
    const reportId = await ruledReport(db)
    const checks = await verifyAllChains(db)
    expect(checks.map((check) => check.broken)).toEqual([null, null])
    expect(checks.find((check) => check.chain === reportId)?.events).toBe(5)
  })
})

describeOnSqlite('a history that somebody changed behind the program’s back', (_, makeUrl) => {
  const tamperings: [string, string, number, RegExp][] = [
    [
      'one letter of a payload',
      `UPDATE SealedText SET body = replace(body, 'substantiated', 'substantiateD') WHERE id = (SELECT payloadId FROM Event WHERE kind LIKE 'verdict%' AND seq = 3)`,
      3,
      /payload was changed/,
    ],
    [
      'the actor',
      `UPDATE Event SET actor = 'mallory' WHERE seq = 2 AND kind LIKE 'verdict%'`,
      2,
      /record was changed/,
    ],
    [
      'the instant',
      `UPDATE Event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 4 AND kind LIKE 'verdict%'`,
      4,
      /record was changed/,
    ],
    [
      'the claim it is filed under',
      `UPDATE Event SET claimId = 'other' WHERE seq = 3 AND kind LIKE 'verdict%'`,
      3,
      /filed under/,
    ],
    [
      'a payload and its own hash',
      `UPDATE SealedText SET body = '{}', hash = 'made up' WHERE id = (SELECT payloadId FROM Event WHERE kind LIKE 'verdict%' AND seq = 3)`,
      3,
      /exchanged/,
    ],
    [
      'an event gone from the middle',
      `DELETE FROM Event WHERE seq = 3 AND kind LIKE 'verdict%'`,
      3,
      /missing/,
    ],
    ['an event gone from the end', `DELETE FROM Event WHERE seq = 5 AND kind LIKE 'verdict%'`, 5, /missing/],
    [
      'a payload gone without a tombstone',
      `UPDATE SealedText SET body = NULL WHERE id = (SELECT payloadId FROM Event WHERE kind LIKE 'verdict%' AND seq = 2)`,
      2,
      /without a tombstone/,
    ],
    ['the head', `UPDATE Chain SET hash = 'made up' WHERE id <> 'desk'`, 6, /head/],
  ]

  test.each(tamperings)('is found out: %s', async (_, sql, seq, what) => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    const reportId = await ruledReport(db)
    await closeDatabase(db)
    tamper(url, sql)
    const again = await openDatabase(url)
    const { broken } = await verifyChain(again, reportId)
    await closeDatabase(again)
    expect(broken?.seq).toBe(seq)
    expect(broken?.what).toMatch(what)
  })
})

/** What somebody with the file and a SQLite shell can do: triggers dropped, rows changed. */
function tamper(url: string, sql: string): void {
  const file = new DatabaseSync(url.replace(/^file:/, ''))
  const triggers = file.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
  }[]
  file.exec('PRAGMA foreign_keys = OFF')
  for (const { name } of triggers) file.exec(`DROP TRIGGER "${name}"`)
  file.exec(sql)
  file.close()
}
