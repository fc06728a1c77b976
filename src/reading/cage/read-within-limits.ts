import type { ReadDocument } from '../document.ts'
import { tellNobody, type Tell } from '../progress.ts'
import type { ReadOptions } from '../read-document.ts'
import { isPlain, unpackedXml } from './weight.ts'
import { ReadingReceiver } from './reading-lines.ts'
import { brokeOnFile } from './refusals.ts'
import { runThread } from './thread-watch.ts'

/** Bytes of plain text up to which a command reads in its own thread: readers are linear, and the worst take 300 MB. */
const PLAIN_IN_PLACE = 1_500_000

/** The same for the XML of an office file, unpacked: a megabyte of text and more. A thread would cost a fifth of its time. */
const XML_IN_PLACE = 24_000_000

/**
 * `readDocument` for a command that reads and ends: PDFs and large files in a thread with limits on time and memory
 * (`limits.ts`), small texts and office files at once.
 *
 * @throws Invalid as readDocument does, and where the file takes too much
 */
export async function readWithinLimits(
  bytes: Uint8Array,
  options: ReadOptions,
  tell: Tell = tellNobody,
): Promise<ReadDocument> {
  if (isReadInPlace(bytes, options)) return readInPlace(bytes, options, tell)
  const receiver = new ReadingReceiver(tell)
  await runThread({ bytes, options, answer: 'lines' }, (line) => receiver.receive(String(line)))
  return receiver.document()
}

/** The same as its JSON, in pieces: a large document need not cross from a thread to be printed. */
export async function readAsJson(
  bytes: Uint8Array,
  options: ReadOptions,
  tell: Tell = tellNobody,
): Promise<readonly (Uint8Array | string)[]> {
  if (isReadInPlace(bytes, options)) return [JSON.stringify(await readInPlace(bytes, options, tell))]
  const receiver = new ReadingReceiver(tell)
  const pieces: Uint8Array[] = []
  await runThread({ bytes, options, answer: 'json' }, (message) => {
    if (typeof message === 'string') receiver.receive(message)
    else pieces.push(message)
  })
  if (pieces.length === 0) receiver.document()
  return pieces
}

const isReadInPlace = (bytes: Uint8Array, options: ReadOptions): boolean =>
  isPlain(bytes, options) ? bytes.length <= PLAIN_IN_PLACE : unpackedXml(bytes) <= XML_IN_PLACE

async function readInPlace(bytes: Uint8Array, options: ReadOptions, tell: Tell): Promise<ReadDocument> {
  const { readDocument } = await import('../read-document.ts')
  return readDocument(bytes, options, tell).catch((error: unknown) => {
    throw brokeOnFile(error)
  })
}
