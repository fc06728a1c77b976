import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startProgressBar } from '../../src/cli/progress-bar.ts'
import { progressOf } from '../../src/reading/progress.ts'

/** What a bar writes on a stream that is a terminal, or none. */
async function drawn(isTTY: boolean): Promise<string> {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  })
  const bar = await startProgressBar(stream as unknown as NodeJS.WriteStream)
  bar.tell(progressOf('citations', 0.5))
  bar.stop()
  stream.end()
  return text(stream)
}

test('somebody at a terminal sees how far a reading is', async () => {
  expect(await drawn(true)).toContain('reading the file')
  expect(await drawn(true)).toMatch(/55 %\s+reading citations/)
})

test('where nobody watches nothing is drawn', async () => {
  expect(await drawn(false)).toBe('')
})
