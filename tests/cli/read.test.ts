import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReadDocument } from '../../src/reading/document.ts'
import { projectRoot } from '../../src/paths.ts'

const folder = mkdtempSync(join(tmpdir(), 'stet-read-'))
const file = join(folder, 'canal.txt')
writeFileSync(
  file,
  'The trust spent 4.2 million on locks in 2019.[1] Nobody knows why.[2]\n\n[1] Accounts, May 3, 2019.\n',
)

function stet(
  args: readonly string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/main.ts', 'read', ...args],
    {
      cwd: projectRoot,
      encoding: 'utf8',
      input,
    },
  )
  return { status, stdout, stderr }
}

test('prints the reading as one JSON value', () => {
  const { status, stdout } = stet([file, '--format', 'json'])
  const read = JSON.parse(stdout) as ReadDocument
  expect([status, read.format, read.source.name]).toEqual([0, 'stet.document/1', 'canal.txt'])
  expect(read.markers.map(({ label, note }) => [label, note])).toEqual([
    ['1', 0],
    ['2', null],
  ])
})

test('prints counts, claims and losses for people', () => {
  const { stdout } = stet([file])
  expect(stdout).toContain('2 markers, 1 note (1 endnote), 1 citation, 2 sentences, 2 claims, 1 warning')
  expect(stdout).toContain('1. The trust spent 4.2 million on locks in 2019.')
  expect(stdout).toMatch(/^Markers without a note \(1, note-missing\)\n {2}Marker 2 has no note\., after/m)
})

test('reads standard input when the type is given', () => {
  const { status, stdout } = stet(
    ['-', '--type', 'markdown', '--format', 'json'],
    '# Locks\n\nOne.[^1]\n\n[^1]: First.\n',
  )
  expect(status).toBe(0)
  expect((JSON.parse(stdout) as ReadDocument).notes).toHaveLength(1)
})

test.each([
  ['standard input without a type', ['-'], /--type/],
  ['a file that is not there', [join(folder, 'none.txt')], /no such file/],
  ['a folder', [folder], /folder/],
  ['an empty file', ['-', '--type', 'text'], /empty/],
  ['an unknown type', [file, '--type', 'wav'], /wav/],
])('refuses %s with one line and exit code 2', (_, args, words) => {
  const { status, stdout, stderr } = stet(args)
  expect([status, stdout]).toEqual([2, ''])
  expect(
    stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('npm ')),
  ).toEqual([expect.stringMatching(words) as string])
})

test('ends quietly where nobody reads on', () => {
  const long = join(folder, 'long.txt')
  writeFileSync(long, 'The trust spent 4.2 million on locks in 2019.\n\n'.repeat(3_000))
  const stetRead = `"${process.execPath}" --import tsx src/main.ts read "${long}" --format json`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${stetRead} | head -c 20`], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  expect({ status, read: stdout.length, stderr }).toEqual({ status: 0, read: 20, stderr: '' })
})
