import { expect, test } from 'vitest'
import { READING_LIMITS } from '../../../src/reading/cage/limits.ts'
import { runProcess } from '../../../src/reading/cage/process-watch.ts'
import { ReadingReceiver } from '../../../src/reading/cage/reading-lines.ts'
import { runThread } from '../../../src/reading/cage/thread-watch.ts'
import type { ReadDocument } from '../../../src/reading/document.ts'
import type { ReadingProgress } from '../../../src/reading/progress.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { readDocumentAside } from '../../../src/reading/read-document-aside.ts'

const REPORT = Buffer.from(
  'The ferry sailed at noon.[1] It may have turned back.[2]\n\nNotes\n\n[1] Port log, 3 May 1988.\n',
)
const LONG = Buffer.from(
  'The ferry sailed at noon. It may have turned back at the second buoy.\n\n'.repeat(20_000),
)
const options = { name: 'ferry.txt' }

async function inThread(bytes: Uint8Array, limits = {}): Promise<ReadDocument> {
  const receiver = new ReadingReceiver(() => undefined)
  const hear = (line: string | Uint8Array): void => receiver.receive(String(line))
  await runThread({ bytes, options, answer: 'lines' }, hear, { ...READING_LIMITS, ...limits })
  return receiver.document()
}

test('a file read in a thread, or in a process of its own, reads as it does anywhere', async () => {
  const document = await readDocument(REPORT, options)
  expect(await inThread(REPORT)).toEqual(document)
  const heard: ReadingProgress[] = []
  expect(await runProcess({ bytes: REPORT, options }, (progress) => heard.push(progress))).toEqual(document)
  expect(new Set(heard.map(({ stage }) => stage))).toEqual(
    new Set(['reading', 'notes', 'citations', 'claims']),
  )
})

test('what a reader refuses is refused in the same words on the other side', async () => {
  const refused = (reading: Promise<unknown>) =>
    expect(reading).rejects.toThrow('The file is empty: choose a file that holds the text of the report.')
  await refused(inThread(Buffer.alloc(0)))
  await refused(runProcess({ bytes: Buffer.alloc(0), options }, () => undefined))
})

test('a reading that takes too long is stopped, and says so', async () => {
  await expect(inThread(LONG, { time: 50 })).rejects.toThrow(
    'took longer than 18 seconds and was stopped. Divide',
  )
  await expect(inThread(LONG, { wait: 50 })).rejects.toThrow('took longer than')
})

test('a reading that takes too much memory is stopped, and says so', async () => {
  await expect(inThread(LONG, { memory: 10 })).rejects.toThrow(
    'took more than 480 MB of memory and was stopped',
  )
  await expect(inThread(LONG, { heap: 12, young: 1 })).rejects.toThrow('took more than 480 MB of memory')
})

test('a process that hangs is killed from outside', async () => {
  await expect(runProcess({ bytes: LONG, options }, () => undefined, { wait: -1400 })).rejects.toThrow(
    'took longer than',
  )
})

test('a server reads a large file aside, and goes on meanwhile', async () => {
  let ticks = 0
  const clock = setInterval(() => ticks++, 10)
  const { claims } = await readDocumentAside(LONG, options)
  clearInterval(clock)
  expect(claims).toHaveLength(40_000)
  expect(ticks).toBeGreaterThan(20)
})
