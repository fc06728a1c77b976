import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { isSource, sourceImport } from '../../paths.ts'

/**
 * Runs `work`, which writes the file at `path`, while a thread keeps moving what was written to the disk. Left to the system, a
 * gigabyte is moved at once, when it is done or when the memory for it is full, and everybody else’s commit waits for that.
 */
export async function whileFlushing<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  const over = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const thread = startThread({ path, over })
  const ended = once(thread, 'exit').catch(() => undefined) // the work decides what failed, not its help
  await once(thread, 'online').catch(() => undefined) // it needs this thread to start, which SQLite keeps busy
  try {
    return await work()
  } finally {
    Atomics.store(over, 0, 1)
    Atomics.notify(over, 0)
    await ended
  }
}

/** `over`: not 0 when there is nothing more to flush. */
export interface FlushStart {
  readonly path: string
  readonly over: Int32Array
}

const startThread = (workerData: FlushStart): Worker =>
  isSource
    ? new Worker(sourceImport(new URL('./flush-thread.ts', import.meta.url)), { eval: true, workerData })
    : new Worker(new URL('./flush-thread.js', import.meta.url), { workerData })
