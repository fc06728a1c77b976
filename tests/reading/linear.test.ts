import { expect, test } from 'vitest'
import { layOut } from '../../src/reading/layout.ts'
import { linkByLabel } from '../../src/reading/notes/link-by-label.ts'
import { readText } from '../../src/reading/text/read-text.ts'

/** Least CPU time (microseconds) of three readings: other work on the machine only ever adds to it. */
function cost(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    const { title, language, blocks, warnings } = readText(text)
    layOut(linkByLabel({ title, language, body: blocks, notes: [], calls: [], warnings }))
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...times)
}

/** Below this the ratio of two times says nothing. Microseconds. */
const NOISE = 30_000
const BYTES = 40_000

// Tried again when other work on the machine spoils a measurement: what is not linear fails every time.
test.each([
  '[',
  '[1',
  '[1]',
  ']',
  '*',
  '7',
  'word ',
  '\n',
  '\f',
  '(1)',
  '¹',
  '[1-60] ',
  '[RFC1] ',
  '[Footnote 1: ',
  '[Footnote 1: a] ',
  '(source: ',
  '"',
  '| a | b |\n',
  '[1] a\n',
  '[1] a\n\n',
  '1. Aa\n\n',
  '* A\n\n',
  'a†\n\n† B\n\n',
  'Notes\n\n[1] a\n\n',
  'a\n\n   12\n\n',
  'Contents\n\nAa ..... 3\n\n',
])('twice as much of %j takes about twice as long', { timeout: 60_000, retry: 3 }, (unit) => {
  const once = unit.repeat(BYTES / unit.length)
  cost(once.slice(0, 20_000))
  expect(cost(once + once)).toBeLessThan(3 * cost(once) + NOISE)
})
