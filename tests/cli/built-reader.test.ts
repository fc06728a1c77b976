import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/paths.ts'

const PROGRAM = join(projectRoot, 'bin/stet')
const MODULES = join(projectRoot, 'dist/src/main.js')
const REPORT = join(projectRoot, 'seed/sample-report.md')
const isBuilt = existsSync(join(projectRoot, 'dist/src/reader.cjs'))

const run = (...command: string[]): string => {
  const done = spawnSync(process.execPath, command, { encoding: 'utf8' })
  expect(done.stderr).toBe('')
  return done.stdout
}

describe.skipIf(!isBuilt)('the reader that the build keeps compiled (npm run build)', () => {
  const READ = ['read', '--format', 'json', REPORT]

  test('reads as the program does from its modules', () => {
    expect(run(PROGRAM, ...READ)).toBe(run(MODULES, ...READ))
  })

  test('reads the same where V8 refuses the kept code, because other flags ask for other code', () => {
    expect(run('--no-lazy', PROGRAM, ...READ)).toBe(run(PROGRAM, ...READ))
  })

  test('draws its bar where somebody watches', () => {
    const watched = `data:text/javascript,process.stderr.isTTY = true; process.stderr.columns = 80`
    const done = spawnSync(process.execPath, ['--import', watched, PROGRAM, ...READ], { encoding: 'utf8' })
    expect(done.stderr).toMatch(/\[[= -]+\]/)
    expect(done.stdout).toBe(run(PROGRAM, ...READ))
  })

  test('compares, too', () => {
    const comparison = JSON.parse(run(PROGRAM, 'compare', '--format', 'json', REPORT, REPORT)) as {
      passages: { status: string }[]
    }
    expect(new Set(comparison.passages.map(({ status }) => status))).toEqual(new Set(['unchanged']))
  })

  test('says what is wrong and exits 2, as every command does', () => {
    const done = spawnSync(process.execPath, [PROGRAM, 'read', 'no-such-file.md'], { encoding: 'utf8' })
    expect(done.status).toBe(2)
    expect(done.stderr).toMatch(/^stet: .*no-such-file\.md/)
  })
})
