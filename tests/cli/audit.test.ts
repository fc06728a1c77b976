import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Audit } from '../../src/audit/finding.ts'
import { projectRoot } from '../../src/paths.ts'

const folder = mkdtempSync(join(tmpdir(), 'stet-audit-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const TEXT =
  '# The weir\n\nThe weir was raised in 1911.[^1]\n\nIt held <until> 1953.[^2]\n\n[^1]: The Reedham Courier, 3 May 1911, p. 2.\n'
const BROKEN = file('broken.md', TEXT)
const MENDED = file('mended.md', `${TEXT}[^2]: The Loddon Post, 9 June 1953, p. 4.\n`)

function stet(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['--import', 'tsx', 'src/main.ts', 'audit', ...args]
  return spawnSync(process.execPath, command, { cwd: projectRoot, encoding: 'utf8' })
}

test('fails on a missing note and passes when it is mended, in the shape of the contract', () => {
  const broken = stet(BROKEN, '--format', 'json')
  const audit = JSON.parse(broken.stdout) as Audit
  expect(broken.status).toBe(1)
  expect(audit).toMatchObject({ passed: false, counts: { blocker: 1 } })
  expect(audit.findings[0]).toMatchObject({
    rule: 'note-missing',
    severity: 'blocker',
    label: '2',
    quote: '[2]',
    count: 1,
    waived: null,
  })
  const mended = stet(MENDED, '--format', 'json')
  expect(mended.status).toBe(0)
  expect(JSON.parse(mended.stdout)).toMatchObject({ passed: true, counts: { blocker: 0 } })
})

test('names the line in words and in SARIF', () => {
  expect(stet(BROKEN).stdout).toContain('line 5: Marker 2 has no note')
  const { stdout } = stet(BROKEN, '--format', 'sarif')
  const [run] = (
    JSON.parse(stdout) as { runs: { results: { ruleId: string; level: string; locations: object[] }[] }[] }
  ).runs
  expect(run?.results[0]).toMatchObject({
    ruleId: 'note-missing',
    level: 'error',
    locations: [{ physicalLocation: { region: { startLine: 5 } } }],
  })
})

test('writes JUnit that an XML parser reads, and a page that loads nothing', () => {
  const failures: string[] = []
  const parser = new SaxesParser()
  parser.on(
    'opentag',
    ({ name, attributes }) => name === 'failure' && failures.push(String(attributes['type'])),
  )
  parser.write(stet(BROKEN, '--format', 'junit').stdout).close()
  expect(failures).toEqual(['blocker'])
  const page = stet(BROKEN, '--format', 'html').stdout
  expect(page).toContain('Not ready.')
  expect(page).not.toMatch(/src=|href=|@import|url\(/)
})

test('follows a policy, and says what is wrong with one', () => {
  const lenient = file('lenient.json', '{"rules":{"note-missing":"warning"}}')
  expect(stet(BROKEN, '--policy', lenient).status).toBe(0)
  expect(stet(BROKEN, '--policy', lenient, '--fail-on', 'warning').status).toBe(1)
  const unknown = stet(BROKEN, '--policy', file('unknown.json', '{"rules":{"no-such-rule":"off"}}'))
  expect(unknown.status).toBe(2)
  expect(unknown.stderr.trim().split('\n')).toHaveLength(1)
  expect(unknown.stderr).toContain('no-such-rule')
})

test('a file that is not there is one clear line and exit 2', () => {
  const { status, stdout, stderr } = stet(join(folder, 'nowhere.md'), '--format', 'json')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
