import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { addressOf, closeDatabase, type Database, openDatabase } from '../../../src/db/database.ts'
import { withSnapshot } from '../../../src/db/snapshot.ts'
import { readDatabaseUrl } from '../../../src/db/url.ts'
import { verifyByThreads } from '../../../src/history/ranges/verify-by-threads.ts'
import { currentHead } from '../../../src/history/tree/sign-head.ts'
import { verifyDatabase } from '../../../src/history/verify-database.ts'
import { recordVerdict } from '../../../src/review/record-verdict.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../../support/databases.ts'
import { morning, reportAtWork } from '../../support/reports.ts'

/** Two threads, and tasks so small that a short history makes several. */
const DIVISION = { threads: 2, size: 16 }

/** A report with some forty verdicts, each with a rationale, and heads signed on the way. */
async function longHistory(db: Database): Promise<string> {
  const { report, claims, ana } = await reportAtWork(db)
  for (let round = 1; round <= 11; round++) {
    for (const claim of claims)
      await recordVerdict(db, {
        claimId: claim.id,
        checker: ana,
        verdict: 'substantiated',
        rationale: `Round ${round}: the ledger has it.`,
        seenVersion: round,
        at: morning(round),
      })
    if (round % 3 === 0) await currentHead(db, morning(round))
  }
  return report.id
}

describeOnBothDatabases('a history checked in threads', (makeDatabase) => {
  test('is found as when it is read in one go', async () => {
    const db = await makeDatabase()
    const id = await longHistory(db)
    await withSnapshot(addressOf(db), async (snapshot) => {
      const [whole, parts] = [await verifyDatabase(snapshot), await verifyByThreads(snapshot, [id], DIVISION)]
      expect(whole).toMatchObject({ holds: true, tree: { size: 48, heads: 3 } })
      expect(parts).toEqual({
        log: { chains: whole.chains, tree: whole.tree },
        texts: whole.texts,
        files: whole.files,
      })
      expect(await verifyDatabase(snapshot, DIVISION)).toEqual(whole)
    })
  })

  test('holds while verdicts are written', async () => {
    const db = await makeDatabase()
    const { report, claims, ana } = await reportAtWork(db)
    await withSnapshot(addressOf(db), async (snapshot) => {
      const checked = verifyByThreads(snapshot, [report.id], DIVISION)
      for (const claim of claims)
        await recordVerdict(db, {
          claimId: claim.id,
          checker: ana,
          verdict: 'substantiated',
          seenVersion: 1,
          at: morning(9),
        })
      expect(await checked).not.toBeNull()
    })
  })
})

describeOnSqlite('a history that was changed behind the program’s back', (_, makeUrl) => {
  test.each([
    ['an event', `UPDATE Event SET actor = 'someone' WHERE leaf = 20`],
    [
      'an event’s payload',
      `UPDATE SealedText SET body = '{}' WHERE id = (SELECT payloadId FROM Event WHERE leaf = 33)`,
    ],
    ['a rationale', `UPDATE SealedText SET body = 'No.' WHERE body LIKE 'Round 7%'`],
    ['an original', `UPDATE Blob SET bytes = x'00'`],
    ['where a claim stands', `UPDATE Claim SET status = 'disputed' WHERE number = 2`],
    ['the place of an event', `UPDATE Event SET leaf = 900 WHERE leaf = 47`],
    ['the last event gone', `DELETE FROM Event WHERE leaf = 47`],
    ['an event gone', `DELETE FROM Event WHERE leaf = 17`],
    ['a head', `UPDATE TreeHead SET size = size + 1`],
  ])('is found out in threads too: %s', async (_, sql) => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    await longHistory(db)
    await closeDatabase(db)
    behindTriggers(url.replace(/^file:/, ''), sql)
    await withSnapshot(readDatabaseUrl(url), async (snapshot) => {
      expect(await verifyDatabase(snapshot)).toMatchObject({ holds: false })
      const reports = (await snapshot.all('SELECT "id" FROM "Report"')).map(([id]) => String(id))
      expect(await verifyByThreads(snapshot, reports, { ...DIVISION, threads: 1 })).toBeNull()
    })
  })
})

describeOnSqlite('a history that threads find broken', (_, makeUrl) => {
  test('is told of in the words of one that is read in one go', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    await longHistory(db)
    await closeDatabase(db)
    behindTriggers(url.replace(/^file:/, ''), `UPDATE Event SET kind = 'claim.ticked' WHERE leaf = 20`)
    await withSnapshot(readDatabaseUrl(url), async (snapshot) => {
      const whole = await verifyDatabase(snapshot)
      expect(whole.first).toMatch(/its record was changed/)
      expect(await verifyDatabase(snapshot, DIVISION)).toEqual(whole)
    })
  })
})

function behindTriggers(path: string, sql: string): void {
  const file = new DatabaseSync(path)
  const triggers = file.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  file.exec('PRAGMA foreign_keys = OFF')
  for (const { name } of triggers) file.exec(`DROP TRIGGER "${name}"`)
  file.exec(sql)
  for (const trigger of triggers) file.exec(trigger.sql)
  file.close()
}
