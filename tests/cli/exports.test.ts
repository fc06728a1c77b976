import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { projectRoot } from '../../src/paths.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { polyglotReport } from '../support/polyglot-report.ts'

/** Runs the command line from source, as its own process. */
const stet = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'src/main.ts'), ...args],
      {
        cwd: projectRoot,
        env: { ...process.env, NODE_NO_WARNINGS: '1', BASE_URL: 'https://desk.example', ...env },
      },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

describeOnSqlite('the command line, out and in', (_, makeUrl) => {
  test('exports claims, takes them back in, and says in one line what does not go', async () => {
    const env = { DATABASE_URL: await makeUrl() }
    const db = await openDatabase(env.DATABASE_URL)
    const { reportId } = await polyglotReport(db)
    await closeDatabase(db)
    const exported = await stet(['export', reportId, '--format', 'csv'], env)
    expect(exported).toMatchObject({ code: 0, err: '' })
    const file = join(mkdtempSync(join(tmpdir(), 'stet-cli-')), 'claims.csv')
    writeFileSync(file, exported.out.replace(/,ordinary,,,,/, ',high,,,Mind this.,'))
    const back = ['import', file, '--report', reportId, '--as', 'claims']
    expect(await stet(back, env)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--by EMAIL') as unknown,
    })
    const taken = await stet([...back, '--by', 'eve@desk.example', '--format', 'json'], env)
    expect(JSON.parse(taken.out)).toMatchObject({
      changes: [{ number: 1, comment: 'Mind this.' }],
      unchanged: 5,
    })
    const refused = await stet(['export', reportId, '--format', 'csl', '--include', 'scores'], env)
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err.trim()).toBe('stet: An export as csl never holds scores: it takes protected-sources.')
  }, 120_000)

  test('reviews a report by others under the name of the house', async () => {
    const env = { DATABASE_URL: await makeUrl(), HOUSE: 'The Harbour Desk' }
    const db = await openDatabase(env.DATABASE_URL)
    const { reportId } = await polyglotReport(db)
    await db.report.update({ where: { id: reportId }, data: { publisher: 'Bay Institute' } })
    await closeDatabase(db)
    const exported = await stet(['export', reportId, '--format', 'json'], env)
    expect(JSON.parse(exported.out)).toMatchObject({
      desk: { name: 'The Harbour Desk', url: 'https://desk.example' },
      report: { byOthers: true },
    })
  }, 120_000)
})
