import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipOf } from '../../../src/publication/pack/write-zip.ts'

const FILES = [
  { name: 'draft.txt', bytes: Buffer.from('Ночь горела мельница. 🔥') },
  { name: 'captures/мельница.html', bytes: Buffer.from('<p>') },
  { name: 'empty', bytes: new Uint8Array() },
]

test('a zip of a pack is one that other programs unpack', () => {
  const unpacked = unzipSync(zipOf(FILES))
  expect(Object.keys(unpacked)).toEqual(['captures/мельница.html', 'draft.txt', 'empty'])
  expect(strFromU8(unpacked['draft.txt'] ?? new Uint8Array())).toBe('Ночь горела мельница. 🔥')
})

test('whatever order its files came in, its bytes are the same', () => {
  expect(Buffer.from(zipOf(FILES.toReversed())).equals(zipOf(FILES))).toBe(true)
})

test('Info-ZIP finds nothing wrong with it', ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-zip-'))
  try {
    const file = join(folder, 'pack.zip')
    writeFileSync(file, zipOf(FILES))
    const said = execFileSync('unzip', ['-tq', file]).toString()
    expect(said).toContain('No errors')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') skip('needs unzip')
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
