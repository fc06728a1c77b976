import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { exportReport } from '../../src/exports/export-report.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { previewClaimsTable, takeInClaimsTable } from '../../src/imports/take-in-claims-table.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { DESK } from '../support/exports.ts'
import { polyglotAtWork, type PolyglotReport } from '../support/polyglot-report.ts'
import { addChecker, morning } from '../support/reports.ts'

type Row = Record<string, string>

/** The table as it was exported, each line by its column names. */
async function exportedRows(db: Database, { reportId, eve }: PolyglotReport): Promise<Row[]> {
  const request = { reportId, format: 'csv', include: [], desk: DESK, by: eve, at: morning(20) } as const
  return parse(Buffer.from((await exportReport(db, request)).bytes), { bom: true, columns: true })
}

/** A table as a spreadsheet saves it. */
function saved(rows: readonly Row[], delimiter = ','): Buffer {
  const head = Object.keys(rows[0] ?? {})
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = [head, ...rows.map((row) => head.map((name) => row[name] ?? ''))]
  return Buffer.from(`\ufeff${lines.map((line) => line.map(cell).join(delimiter)).join('\r\n')}\r\n`)
}

const takeIn = (db: Database, { reportId, eve }: PolyglotReport, bytes: Buffer, more = {}) =>
  (async () =>
    takeInClaimsTable(db, {
      ...{ reportId, file: { bytes, name: 'claims.csv' }, by: eve, at: morning(25), leaveOutStale: false },
      ...more,
    }))()

describeOnBothDatabases('a table of claims that comes back', (makeDatabase) => {
  test('changes nothing where nobody changed it', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const events = await db.event.count()
    const plan = await takeIn(db, work, saved(await exportedRows(db, work)))
    expect(plan).toEqual({ changes: [], stale: [], refused: [], unchanged: 6 })
    expect(await db.event.count()).toBe(events + 1) // the export itself
  })

  test.each([',', ';', '\t'])('brings risk, assignment and comments, divided by %j', async (delimiter) => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const rows = await exportedRows(db, work)
    const row = (words: string): Row => rows.find(({ quote }) => quote?.includes(words) === true) ?? {}
    Object.assign(row('أبحرت'), { risk: 'high', 'new comment': "'=SUM(A1) is no formula 🐬" })
    Object.assign(row('SUM'), { 'assigned to': 'ana', 'new comment': 'Ask the trust.\r\nTwice.' })
    const plan = await takeIn(db, work, saved(rows, delimiter))
    expect(plan).toMatchObject({ stale: [], refused: [], unchanged: 4 })
    const claim = await db.claim.findUniqueOrThrow({ where: { id: await work.claimOf('أبحرت') } })
    expect(claim.risk).toBe('high')
    const assignment = await db.assignment.findFirstOrThrow({ where: { endedAt: null } })
    expect(assignment).toMatchObject({ assigneeId: work.ana.id, claimId: await work.claimOf('SUM') })
    const comments = await db.comment.findMany({ include: { body: true } })
    expect(comments.map(({ body }) => body.body).sort()).toEqual([
      '=SUM(A1) is no formula 🐬',
      'Ask the trust.\nTwice.',
    ])
    const events = await db.event.findMany({ where: { chain: work.reportId }, orderBy: { seq: 'asc' } })
    expect(events.slice(-5).map(({ kind }) => kind)).toEqual([
      'risk.set',
      'claims.assigned',
      'comment.written',
      'comment.written',
      'claims-table.taken-in',
    ])
    expect((await verifyChain(db, work.reportId)).broken).toBeNull()
    const again = await takeIn(db, work, saved(rows, delimiter), { leaveOutStale: true })
    expect(again.changes).toEqual([])
  })

  test('brings no verdict: a changed status keeps all of it out', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const rows = await exportedRows(db, work)
    Object.assign(rows[0] ?? {}, { status: 'disputed' })
    Object.assign(rows[1] ?? {}, { risk: 'high' })
    const refused = takeIn(db, work, saved(rows))
    await expect(refused).rejects.toThrow(Invalid)
    await expect(refused).rejects.toThrow(
      'Line 2, claim 1: “status” is “substantiated” here and “disputed” in the table: verdicts never come in by a file',
    )
    expect(await db.riskDecision.count()).toBe(0)
    expect(await db.claim.count({ where: { risk: 'high' } })).toBe(0)
  })

  test('lists lines whose claim changed since, and leaves them out only by name', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const rows = await exportedRows(db, work)
    const claimId = await work.claimOf('Паром')
    await recordVerdict(db, {
      claimId,
      checker: work.ben,
      seenVersion: 1,
      verdict: 'substantiated',
      at: morning(21),
    })
    const row = (words: string): Row => rows.find(({ quote }) => quote?.includes(words) === true) ?? {}
    Object.assign(row('Паром'), { risk: 'high' })
    Object.assign(row('SUM'), { quote: 'Other words.', 'new comment': 'Hm.' })
    Object.assign(row('أبحرت'), { risk: 'high' })
    const file = { bytes: saved(rows), name: 'claims.csv' }
    const { plan } = await previewClaimsTable(db, { reportId: work.reportId, file, by: work.eve })
    expect(plan.stale.map(({ number, why }) => [number, why])).toEqual([
      [3, 'the claim changed since the table was exported'],
      [4, expect.stringContaining('“Other words.” in the table')],
    ])
    await expect(takeIn(db, work, saved(rows))).rejects.toThrow('Nothing was taken in')
    expect(await db.riskDecision.count()).toBe(0)
    await takeIn(db, work, saved(rows), { leaveOutStale: true })
    expect(await db.claim.findMany({ where: { risk: 'high' }, select: { number: true } })).toEqual([
      { number: 2 },
    ])
    expect(await db.comment.count()).toBe(0)
  })

  test('is taken in as it was seen, by whoever may do all of it', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const rows = await exportedRows(db, work)
    Object.assign(rows[1] ?? {}, { risk: 'high', 'new comment': 'Mind this.' })
    Object.assign(rows[3] ?? {}, { 'assigned to': 'Ana' })
    const bytes = saved(rows)
    await expect(takeIn(db, work, bytes, { seen: 'of another day' })).rejects.toThrow(Conflict)
    await expect(takeIn(db, work, bytes, { by: work.ben })).rejects.toThrow(NotAllowed)
    expect(await db.riskDecision.count()).toBe(0)
    expect(await db.comment.count()).toBe(0)
    const reader = await addChecker(db, 'Rob', 'reader')
    await expect(takeIn(db, work, bytes, { by: reader })).rejects.toThrow(NotAllowed)
    const request = { reportId: work.reportId, file: { bytes, name: 'claims.csv' }, by: work.eve }
    const { digest } = await previewClaimsTable(db, request)
    expect((await takeIn(db, work, bytes, { seen: digest })).changes).toHaveLength(2)
  })

  test('lowers a risk only with a reason', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const raised = await exportedRows(db, work)
    Object.assign(raised[1] ?? {}, { risk: 'high' })
    await takeIn(db, work, saved(raised))
    const rows = await exportedRows(db, work)
    Object.assign(rows[1] ?? {}, { risk: 'ordinary' })
    await expect(takeIn(db, work, saved(rows))).rejects.toThrow('lowered without a reason')
    Object.assign(rows[1] ?? {}, { 'risk reason': 'Nothing depends on it.' })
    await takeIn(db, work, saved(rows))
    expect(await db.claim.count({ where: { risk: 'high' } })).toBe(0)
  })
})

describeOnSqlite('a line of a table of claims', (makeDatabase) => {
  test.each([
    [{ number: '99' }, 'no claim of this number'],
    [{ risk: 'huge' }, '“huge” is no risk: write ordinary or high'],
    [{ 'assigned to': 'Zoe' }, 'nobody who may read this report is called “Zoe”'],
    [{ outcome: 'cut' }, '“outcome” is “stands” here'],
    [{ checkers: 'Eve' }, '“checkers” is “Ana” here'],
    [{ 'new comment': 'x'.repeat(20_001) }, 'shorten it to 20000'],
    [{ number: 'one' }, 'Line 2 of the table has no claim’s number'],
  ])('takes in nothing where a line is refused (%#)', async (change, why) => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const rows = await exportedRows(db, work)
    Object.assign(rows[0] ?? {}, change)
    Object.assign(rows[1] ?? {}, { risk: 'high' })
    await expect(takeIn(db, work, saved(rows))).rejects.toThrow(why)
    expect(await db.riskDecision.count()).toBe(0)
  })
})

describeOnSqlite('a file that is no table of claims', (makeDatabase) => {
  test.each([
    ['a million lines', `number,quote\r\n${'1,a\r\n'.repeat(1_000_000)}`, 'more than 20000 lines'],
    ['an open quote', `number,quote\r\n1,"${'a,b\r\n'.repeat(200_000)}`, 'no table that can be read'],
    ['other columns', 'a,b\r\n1,2\r\n', 'no column “number”'],
    ['a column twice', 'number,quote,risk,risk\r\n1,a,high,ordinary\r\n', 'two columns “risk”'],
    ['six megabytes', `number,quote\r\n1,${'a'.repeat(6_000_000)}\r\n`, 'larger than 5 MB'],
    ['another encoding', Buffer.from([0x6e, 0xff, 0xe9, 0x0a]), 'not in UTF-8'],
  ])('is refused soon and in words: %s', async (_, content, why) => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const bytes = Buffer.from(content)
    const began = process.cpuUsage().user
    await expect(takeIn(db, work, bytes)).rejects.toThrow(why)
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(5)
  })

  test('is read in UTF-16, as some spreadsheets save it', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const text = saved(await exportedRows(db, work), '\t').toString()
    expect(await takeIn(db, work, Buffer.from(text, 'utf16le'))).toMatchObject({ unchanged: 6 })
  })
})
