import { Worker } from 'node:worker_threads'
import { Invalid } from '../errors.ts'
import type { ReadDocument } from './document.ts'
import type { ReadOptions } from './read-document.ts'

/** Bytes from which a file is read in a thread of its own, so that a server goes on answering meanwhile. */
const ASIDE_FROM = 100_000

/** Megabytes of young objects in the thread: what a thread leaves behind stays with the process. */
const YOUNG_GENERATION = 8

/** What the thread is given, and what it answers. */
export interface ThreadInput {
  readonly bytes: Uint8Array
  readonly options: ReadOptions
}

export type AsideAnswer =
  | { readonly ok: true; readonly read: ReadDocument }
  | { readonly ok: false; readonly invalid: boolean; readonly message: string }

/**
 * `readDocument`, without keeping others waiting while a large file is read.
 * @throws Invalid as readDocument does
 */
export async function readDocumentAside(bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  if (bytes.length < ASIDE_FROM) {
    const { readDocument } = await import('./read-document.ts')
    return readDocument(bytes, options)
  }
  const answer = await askThread(bytes, options)
  if (answer.ok) return answer.read
  throw answer.invalid ? new Invalid(answer.message) : new Error(answer.message)
}

function askThread(bytes: Uint8Array, options: ReadOptions): Promise<AsideAnswer> {
  const worker = startThread({ bytes, options })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The reading thread stopped without an answer')))
  })
}

/** Built code runs as it is; from source, in development and in tests, tsx has to be asked for inside the thread. */
function startThread(workerData: ThreadInput): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./reading-thread.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
    })
  const source = new URL('./reading-thread.ts', import.meta.url).href
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport('${source}', '${source}'))`
  return new Worker(load, { eval: true, workerData })
}
