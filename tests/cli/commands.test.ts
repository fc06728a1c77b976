import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { projectRoot } from '../../src/paths.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { HARBOUR_REPORT, morning, reportAtWork } from '../support/reports.ts'

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line from source, as its own process. */
function stet(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'src/main.ts'), ...args],
      { cwd: projectRoot, env: { ...process.env, NODE_NO_WARNINGS: '1', BASE_URL: '', ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
    child.stdin?.end(input)
  })
}

const harbourFile = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'stet-cli-')), 'harbour.md')
  writeFileSync(file, HARBOUR_REPORT)
  return file
}

describeOnBothDatabases('the command line', (_, makeUrl) => {
  test('imports the next draft of a report and says what became of its claims', async () => {
    const env = { DATABASE_URL: await makeUrl() }
    const first = JSON.parse((await stet(['import', harbourFile(), '--format', 'json'], env)).out) as {
      id: string
    }
    const next = join(mkdtempSync(join(tmpdir(), 'stet-')), 'next.md')
    writeFileSync(next, HARBOUR_REPORT.replace('3 May', '3 June'))
    const { out } = await stet(['import', next, '--report', first.id, '--format', 'json'], env)
    expect(JSON.parse(out)).toMatchObject({
      id: first.id,
      draft: 2,
      placed: 3,
      edited: 1,
      orphaned: 0,
      added: 0,
    })
    const again = await stet(['import', next, '--report', first.id], env)
    expect(again.code).toBe(2)
    expect(again.err).toContain('draft 2 of the report already')
  })

  test('imports a file and verifies its history', async () => {
    const env = { DATABASE_URL: await makeUrl() }
    const imported = await stet(['import', harbourFile(), '--title', 'Fire', '--format', 'json'], env)
    const { id, ...counts } = JSON.parse(imported.out) as { id: string }
    expect(counts).toMatchObject({ draft: 1, claims: 4, notes: 1, markers: 3 })
    expect(await stet(['verify', id], env)).toEqual({ code: 0, out: `${id}: holds, 1 events\n`, err: '' })
  })

  test('exports a report as a Word file that it can read', async () => {
    const env = { DATABASE_URL: await makeUrl() }
    const { out } = await stet(['import', harbourFile(), '--format', 'json'], env)
    const file = join(mkdtempSync(join(tmpdir(), 'stet-cli-')), 'harbour.docx')
    const { id } = JSON.parse(out) as { id: string }
    expect(await stet(['export', id, '--format', 'docx', '--out', file], env)).toMatchObject({
      code: 0,
      err: '',
    })
    const read = await stet(['read', file, '--format', 'json'])
    expect((JSON.parse(read.out) as { notes: unknown[] }).notes).toHaveLength(1)
    expect(await stet(['export', 'none', '--format', 'docx', '--out', file], env)).toMatchObject({ code: 2 })
    expect((await stet(['export', id, '--format', 'docx', '--include', 'secrets'], env)).err).toContain(
      'rationale',
    )
  })

  test('adds an account and a token, once', async () => {
    const env = { DATABASE_URL: await makeUrl() }
    const add = ['account', 'add', '--email', 'Eve@Desk.example', '--name', 'Eve', '--role', 'editor']
    const added = await stet(
      [...add, '--password-stdin', '--format', 'json'],
      env,
      'a password of many words',
    )
    expect(JSON.parse(added.out)).toMatchObject({ email: 'eve@desk.example' })
    const again = await stet(add, env)
    expect(again).toMatchObject({ code: 2, out: '' })
    expect(again.err.trim().split('\n')).toHaveLength(1)
    const token = await stet(['token', 'add', '--email', 'eve@desk.example', '--format', 'json'], env)
    expect(Object.keys(JSON.parse(token.out) as object)).toEqual(['id', 'token'])
  })
})

describeOnSqlite('stet verify', (_, makeUrl) => {
  test('exits 1 and names the event when one byte of it was changed in the database file', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    const { report, claims, ana } = await reportAtWork(db)
    await recordVerdict(db, {
      claimId: claims[0]!.id,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(2),
    })
    await closeDatabase(db)
    changeOneByte(url)
    const { code, out } = await stet(['verify'], { DATABASE_URL: url })
    expect(code).toBe(1)
    expect(out).toContain(`${report.id}: BROKEN at event 2: its payload was changed`)
  })

  test('says so when there is no such report', async () => {
    const run = await stet(['verify', 'nobody'], { DATABASE_URL: await makeUrl() })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toMatch(/^stet: There is no report with the id nobody/)
  })
})

describe('wrong use of the command line', () => {
  test.each([
    ['an unknown command', ['publish'], /unknown command/],
    ['an option nobody knows', ['read', '--colour'], /unknown option/],
    ['a file that is not there', ['import', '/nowhere/report.md'], /cannot be opened/],
  ])('exits 2 with a line on stderr and nothing on stdout: %s', async (_, args, line) => {
    const run = await stet(args, { DATABASE_URL: 'file:/nowhere/at/all.db' })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toMatch(line)
  })

  test.each([
    ['DATABASE_URL', 'mysql://nowhere'],
    ['PORT', 'three thousand'],
    ['BASE_URL', 'stet.example'],
  ])('a bad %s stops the start with one line that names it', async (name, value) => {
    const run = await stet(['serve'], { [name]: value })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err.trim().split('\n')).toHaveLength(1)
    expect(run.err).toContain(name)
  })

  test.each([['--help'], ['read', '--help'], ['serve', '--help']])(
    '%s %s helps and exits 0',
    async (...args) => {
      const run = await stet(args)
      expect(run.code).toBe(0)
      expect(run.out).toContain('Usage: stet')
    },
  )
})

/** Flips a letter of the verdict's payload in the file itself, where no trigger can see it. */
function changeOneByte(url: string): void {
  const path = url.replace(/^file:/, '')
  const bytes = readFileSync(path)
  const at = bytes.indexOf('"verdict":"substantiated"')
  expect(at).toBeGreaterThan(0)
  bytes[at + 12] = 'S'.charCodeAt(0)
  writeFileSync(path, bytes)
}
