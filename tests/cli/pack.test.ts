import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { projectRoot } from '../../src/paths.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { millWithSecrets, publishMill, SECRETS } from '../support/packed.ts'
import { changedByte } from '../support/remade-pack.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-cli-pack-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

const stet = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'src/main.ts'), ...args],
      { cwd: projectRoot, env: { ...process.env, NODE_NO_WARNINGS: '1', BASE_URL: '', ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

describeOnSqlite('an audit pack by the command line', (_, makeUrl) => {
  test('leaves by export, and is checked by verify without a database', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    const mill = await millWithSecrets(db)
    await publishMill(db, mill)
    await closeDatabase(db)
    const file = join(folder, 'pack.zip')
    const made = ['export', mill.reportId, '--format', 'pack', '--include', 'rationale', '--out', file]
    expect(await stet(made, { DATABASE_URL: url })).toMatchObject({ code: 0, err: '' })
    const pack = readFileSync(file)
    expect(Buffer.from(unzipSync(pack)['texts.jsonl'] ?? []).toString()).toContain(SECRETS.rationale)

    const nowhere = { DATABASE_URL: `file:${join(folder, 'none', 'none.db')}` }
    const sound = await stet(['verify', file], nowhere)
    expect(sound).toMatchObject({ code: 0 })
    expect(sound.out).toContain('This pack holds.')
    const json = JSON.parse((await stet(['verify', file, '--format', 'json'], nowhere)).out) as object
    expect(json).toMatchObject({ holds: true, broken: null })

    writeFileSync(file, changedByte(pack, 2_000, 1))
    const changed = await stet(['verify', file], nowhere)
    expect(changed).toMatchObject({ code: 1 })
    expect(changed.out).toMatch(/✗ .+\nThis pack DOES NOT HOLD\./)
    writeFileSync(file, 'no zip')
    expect(await stet(['verify', file], nowhere)).toMatchObject({ code: 2, out: '' })
    const none = await stet(['verify', join(folder, 'none.zip')], nowhere)
    expect(none).toMatchObject({ code: 2, out: '' })
    expect(none.err.trim().split('\n')).toHaveLength(1)
  })
})
