import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { projectRoot } from '../../src/paths.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { reportAtWork } from '../support/reports.ts'

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line from source, as its own process. */
function stet(args: readonly string[], databaseUrl: string): Promise<Run> {
  const env = { ...process.env, NODE_NO_WARNINGS: '1', BASE_URL: '', DATABASE_URL: databaseUrl }
  const command = ['--import', 'tsx', join(projectRoot, 'src/main.ts'), ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: projectRoot, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

describeOnBothDatabases('stet backup and stet restore', (_, makeUrl) => {
  test('carry a desk to another place, and refuse what is damaged in one line', async () => {
    const [url, folder] = [await makeUrl(), mkdtempSync(join(tmpdir(), 'stet-cli-'))]
    const db = await openDatabase(url)
    await reportAtWork(db)
    await closeDatabase(db)
    const file = join(folder, 'desk.backup')
    expect(await stet(['backup', file], url)).toMatchObject({ code: 0, err: '' })
    const target = `file:${join(folder, 'new.db')}`
    const restored = await stet(['restore', file], target)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain('all 4 events hold')
    expect(await stet(['verify'], target)).toMatchObject({ code: 0, err: '' })

    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length / 2))
    const elsewhere = join(folder, 'elsewhere.db')
    const refused = await stet(['restore', file], `file:${elsewhere}`)
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err.trim().split('\n')).toHaveLength(1)
    expect(existsSync(elsewhere)).toBe(false)
  }, 120_000)
})
