import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { addressOf, closeDatabase, type Database, openDatabase } from '../../src/db/database.ts'
import { withSnapshot } from '../../src/db/snapshot.ts'
import { readDatabaseUrl } from '../../src/db/url.ts'
import { currentHead } from '../../src/history/tree/sign-head.ts'
import { type FullVerification, verifyDatabase, verifyReport } from '../../src/history/verify-database.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases, describeOnPostgresql, describeOnSqlite } from '../support/databases.ts'
import { morning, reportAtWork } from '../support/reports.ts'

const openFile = (url: string) => new DatabaseSync(url.replace(/^file:/, ''))
type Handle = ReturnType<typeof openFile>

/** A report with verdicts and two signed heads, the second over everything. */
async function provenReport(db: Database): Promise<string> {
  const { report, claims, ana } = await reportAtWork(db)
  await currentHead(db, morning(2))
  for (const round of [1, 2, 3, 4])
    for (const [i, claim] of claims.entries())
      await recordVerdict(db, {
        claimId: claim.id,
        checker: ana,
        verdict: 'substantiated',
        rationale: `Round ${round}: the log has it.`,
        seenVersion: round,
        at: morning(2 + i),
      })
  await currentHead(db, morning(20))
  return report.id
}

const verifyAt = (url: string): Promise<FullVerification> =>
  withSnapshot(readDatabaseUrl(url), verifyDatabase)

describeOnBothDatabases('a database', (makeDatabase) => {
  test('holds as it was written: chains, tree, heads, texts, files, claims and triggers', async () => {
    const db = await makeDatabase()
    const id = await provenReport(db)
    const found = await withSnapshot(addressOf(db), verifyDatabase)
    expect(found).toMatchObject({
      holds: true,
      first: null,
      tree: { size: 20, heads: 2, broken: null },
      texts: { checked: 17, broken: null },
      files: { checked: 1, broken: null },
      replay: { reports: 1, broken: null },
      triggers: [],
    })
    expect(found.chains.map(({ events }) => events).sort()).toEqual([17, 3])
    expect(await withSnapshot(addressOf(db), (snapshot) => verifyReport(snapshot, id))).toMatchObject({
      holds: true,
      chains: [{ chain: id, events: 17 }],
      replay: { reports: 1 },
    })
  })

  test('holds whatever the clock said meanwhile', async () => {
    const db = await makeDatabase()
    const { claims, ana } = await reportAtWork(db)
    for (const [i, claim] of claims.entries()) {
      const at = morning(30 - 9 * i)
      await recordVerdict(db, {
        claimId: claim.id,
        checker: ana,
        verdict: 'substantiated',
        seenVersion: 1,
        at,
      })
      await currentHead(db, at)
    }
    expect((await withSnapshot(addressOf(db), verifyDatabase)).first).toBeNull()
  })
})

/** Two neighbouring events of two chains change places in the tree; nothing of them is hashed anew. */
const SWAPPED = `
  UPDATE Event SET leaf = -1 WHERE leaf = 2;
  UPDATE Event SET leaf = 2 WHERE leaf = 3;
  UPDATE Event SET leaf = 3 WHERE leaf = -1`

/** The newest event is gone, and its chain's head says so. */
const CUT = `
  CREATE TEMP TABLE cut AS SELECT chain, seq, prevHash FROM Event WHERE leaf = 19;
  UPDATE Chain SET seq = seq - 1, hash = (SELECT prevHash FROM cut) WHERE id = (SELECT chain FROM cut);
  DELETE FROM Event WHERE leaf = 19`

describeOnSqlite('a database that somebody changed behind the program’s back', (_, makeUrl) => {
  const tamperings: [string, string, RegExp][] = [
    [
      'the root of a head',
      `UPDATE TreeHead SET root = '${'ab'.repeat(32)}' WHERE size = 4`,
      /signature of the head over 4/,
    ],
    ['the size of a head', `UPDATE TreeHead SET size = 5 WHERE size = 4`, /signature of the head over 5/],
    ['the date of a head', `UPDATE TreeHead SET at = '2025-01-05T08:02:00.000Z' WHERE size = 4`, /signature/],
    ['the key', `UPDATE SigningKey SET publicKey = replace(publicKey, 'MCow', 'MCoW')`, /signature/],
    [
      'the order of two events of two chains',
      SWAPPED,
      /first 4 events are not those|leaf|not follow|missing/,
    ],
    ['a stored node of the tree', `UPDATE TreeNode SET hash = upper(hash)`, /stored nodes of level 4/],
    ['a stored node gone', `DELETE FROM TreeNode`, /stored nodes of level 4 are missing/],
    ['a whole history from its end', CUT, /head signed over 20/],
    [
      'a rationale',
      `UPDATE SealedText SET body = 'No log.' WHERE body = 'Round 2: the log has it.'`,
      /texts: the text/,
    ],
    ['an original', `UPDATE Blob SET bytes = x'00' || substr(bytes, 2)`, /files: the file/],
    ['an original gone', `UPDATE Blob SET bytes = NULL`, /files: the file/],
    ['where a claim stands', `UPDATE Claim SET status = 'disputed' WHERE number = 2`, /claim 2/i],
  ]

  test.each(tamperings)('is found out: %s', async (_, sql, what) => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    await provenReport(db)
    await closeDatabase(db)
    onFile(url, (file) => behindTriggers(file, sql))
    const found = await verifyAt(url)
    expect(found.holds).toBe(false)
    expect(found.first).toMatch(what)
  })

  test.each([
    ['gone', 'DROP TRIGGER Verdict_refuse_update'],
    [
      'empty',
      'DROP TRIGGER Verdict_refuse_update; CREATE TRIGGER Verdict_refuse_update BEFORE UPDATE ON Verdict BEGIN SELECT 1; END',
    ],
  ])('is found out: a trigger that is %s', async (_, sql) => {
    const url = await makeUrl()
    onFile(url, (file) => file.exec(sql))
    expect(await verifyAt(url)).toMatchObject({ holds: false, triggers: ['Verdict_refuse_update'] })
  })
})

describeOnPostgresql(
  'a PostgreSQL database that somebody changed behind the program’s back',
  (makeDatabase) => {
    test.each([
      ['switched off', 'ALTER TABLE "Event" DISABLE TRIGGER "Event_refuse_update"'],
      [
        'off while its session is said to replicate',
        'ALTER TABLE "Event" ENABLE TRIGGER "Event_refuse_update"',
      ],
      ['gone', 'DROP TRIGGER "Event_refuse_update" ON "Event"'],
    ])('is found out: a trigger that is %s', async (_, sql) => {
      const db = await makeDatabase()
      await db.$executeRawUnsafe(sql)
      const found = await withSnapshot(addressOf(db), verifyDatabase)
      expect(found).toMatchObject({ holds: false, triggers: ['Event_refuse_update'] })
    })

    test('is found out: a function of the triggers that does nothing', async () => {
      const db = await makeDatabase()
      await db.$executeRawUnsafe(
        'CREATE OR REPLACE FUNCTION stet_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
      )
      expect((await withSnapshot(addressOf(db), verifyDatabase)).triggers).toContain('Event_refuse_delete')
    })
  },
)

function onFile(url: string, work: (file: Handle) => void): void {
  const file = openFile(url)
  work(file)
  file.close()
}

/** What somebody with the file and a SQLite shell can do: triggers dropped, rows changed, triggers made again. */
function behindTriggers(file: Handle, sql: string): void {
  const triggers = file.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  file.exec('PRAGMA foreign_keys = OFF')
  for (const { name } of triggers) file.exec(`DROP TRIGGER "${name}"`)
  file.exec(sql)
  for (const trigger of triggers) file.exec(trigger.sql)
}
