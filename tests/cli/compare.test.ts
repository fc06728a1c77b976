import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/paths.ts'
import type { Comparison } from '../../src/reading/compare/comparison.ts'

const folder = mkdtempSync(join(tmpdir(), 'stet-compare-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const FIRST = 'The weir was raised by 3 feet in 1911.[1] Miller Dunn did not object.'
const OLD = file(
  'old.txt',
  `${FIRST}\n\nThe millers met in the church every autumn after that.\n\n[1] Minutes.\n`,
)
const NEW = file(
  'new.txt',
  `${FIRST.replace('3', '4').replace('Dunn', 'Reed')}\n\nA new weir is planned.\n\n[1] Minutes.\n`,
)

function stet(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['--import', 'tsx', 'src/main.ts', 'compare', ...args]
  return spawnSync(process.execPath, command, { cwd: projectRoot, encoding: 'utf8' })
}

test('prints the comparison as one JSON value, in the shape of the contract', () => {
  const { status, stdout } = stet(OLD, NEW, '--format', 'json')
  const { passages, added } = JSON.parse(stdout) as Comparison
  expect(status).toBe(0)
  expect(passages.map(({ status: became, changes }) => [became, changes])).toEqual([
    ['edited', ['number']],
    ['edited', ['name']],
    ['deleted', []],
  ])
  expect(Object.keys(passages[0] ?? {})).toEqual(['old', 'status', 'new', 'changes'])
  expect(Object.keys(passages[0]?.old ?? {})).toEqual(['start', 'end', 'quote'])
  expect(added.map(({ quote }) => quote)).toEqual(['A new weir is planned.'])
})

test('prints counts and every edit with its words marked for people', () => {
  const { stdout } = stet(OLD, NEW)
  expect(stdout).toContain('0 unchanged, 0 moved, 2 edited, 1 deleted, 1 added')
  expect(stdout).toContain('(number) The weir was raised by [-3-] {+4+} feet in 1911.[1]')
  expect(stdout).toContain('(name) Miller [-Dunn-] {+Reed+} did not object.')
  expect(stdout).toContain('[-The millers met in the church every autumn after that.-]')
  expect(stdout).toContain('{+A new weir is planned.+}')
})

test('names the file that cannot be used, in one line, with exit code 2', () => {
  const missing = stet(OLD, join(folder, 'nowhere.txt'))
  expect([missing.status, missing.stdout]).toEqual([2, ''])
  expect(missing.stderr).toContain('nowhere.txt cannot be opened (no such file)')
  const empty = stet(file('empty.txt', ''), NEW)
  expect(empty.status).toBe(2)
  expect(empty.stderr).toContain('empty.txt: ')
  expect(stet(OLD).status).toBe(2)
})
