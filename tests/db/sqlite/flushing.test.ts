import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { whileFlushing } from '../../../src/db/sqlite/flushing.ts'

describe('work on a file that is flushed meanwhile', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stet-flushing-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('does what it does, and the thread beside it ends', async () => {
    const path = join(folder, 'copy.db')
    const written = await whileFlushing(path, () => {
      for (let piece = 0; piece < 20; piece++) appendFileSync(path, `${piece};`)
      return 20
    })
    expect(written).toBe(20)
    expect(readFileSync(path, 'utf8').split(';')).toHaveLength(21)
  })

  test('fails as it fails', async () => {
    const failing = whileFlushing(join(folder, 'copy.db'), () => Promise.reject(new Error('no room')))
    await expect(failing).rejects.toThrow('no room')
  })

  test('may be about a file that never comes, or that cannot be opened', async () => {
    expect(await whileFlushing(join(folder, 'never.db'), () => 'done')).toBe('done')
    expect(await whileFlushing(folder, () => new Promise((resolve) => setTimeout(resolve, 50, 'done')))).toBe(
      'done',
    )
  })
})
