import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadOptions } from '../read-document.ts'

/** What a reading process is given through its standard input: one line of options, then the bytes of the file. */
export interface DocumentTask {
  readonly bytes: Uint8Array
  readonly options: ReadOptions
}

const LINE_END = 10

export function writeDocumentTask(to: Writable, { bytes, options }: DocumentTask): void {
  to.write(`${JSON.stringify(options)}\n`)
  to.end(bytes)
}

export async function readDocumentTask(from: Readable): Promise<DocumentTask> {
  const all = await buffer(from)
  const line = all.indexOf(LINE_END)
  const options = JSON.parse(all.toString('utf8', 0, line)) as ReadOptions
  // A copy that stands alone: it goes on to a thread, and a slice would take its whole pool along.
  return { bytes: new Uint8Array(all.subarray(line + 1)), options }
}
