import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '../read-document.ts'
import { documentJson, documentLines, progressLine, refusalLine } from './reading-lines.ts'
import { brokeOnFile } from './refusals.ts'
import type { ReadingTask } from './thread-watch.ts'

const { bytes, options, answer } = workerData as ReadingTask
const post = (message: string | Uint8Array): void => parentPort?.postMessage(message)

// Nothing that a file says is ever fetched; should a library try, it finds nothing to fetch with.
Reflect.deleteProperty(globalThis, 'fetch')
Reflect.deleteProperty(globalThis, 'WebSocket')

try {
  const document = await readDocument(bytes, options, (progress) => post(progressLine(progress)))
  if (answer === 'json') for (const piece of documentJson(document)) post(new TextEncoder().encode(piece))
  else for (const line of documentLines(document)) post(line)
} catch (error) {
  post(refusalLine(brokeOnFile(error)))
}
