import { Worker } from 'node:worker_threads'
import { isSource, sourceImport } from '../../paths.ts'
import type { ReadOptions } from '../read-document.ts'
import { LOOK_EVERY, READING_LIMITS, type ReadingLimits } from './limits.ts'
import { isPdf } from '../detect.ts'
import { brokeOnFile, tookTooLong, tookTooMuchMemory } from './refusals.ts'

/** What a reading thread is given. `answer`: the document in lines (`reading-lines.ts`), or its JSON in pieces of bytes. */
export interface ReadingTask {
  readonly bytes: Uint8Array
  readonly options: ReadOptions
  readonly answer: 'lines' | 'json'
}

/**
 * Reads a file in a thread of this process and hears its lines, or at the end the pieces of its JSON; the thread is
 * stopped where it takes too long or the whole process too much memory.
 *
 * A thread's own limit on its heap ends the whole process where one large object breaks it (tried with Node 20), so a
 * server keeps the process of this thread apart, too: `process-watch.ts`.
 *
 * @throws Invalid the reading was stopped, or the thread broke
 */
export async function runThread(
  task: ReadingTask,
  hear: (message: string | Uint8Array) => void,
  limits: ReadingLimits = READING_LIMITS,
): Promise<void> {
  const worker = startThread(task, limits)
  const breach = watch({
    ...limits,
    // From source the program itself takes a hundred megabytes more: there a PDF has the limit of all files.
    memory: isPdf(task.bytes) && !isSource ? Math.min(limits.memory, limits.memoryOfPdf) : limits.memory,
  })
  worker.on('message', hear)
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tookTooMuchMemory() : brokeOnFile(error)),
    )
    worker.once('exit', () => resolve())
  })
  try {
    await Promise.race([ended, breach.happens])
  } finally {
    breach.stop()
    await worker.terminate()
  }
}

/** Looks at time and memory until it is stopped. */
function watch(limits: ReadingLimits): { happens: Promise<never>; stop: () => void } {
  const spent = stopwatch()
  let timer: NodeJS.Timeout
  const happens = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      const { working, waiting } = spent()
      if (working > limits.time || waiting > limits.wait) reject(tookTooLong())
      else if (process.memoryUsage.rss() > limits.memory * 1_000_000) reject(tookTooMuchMemory())
    }, LOOK_EVERY)
  })
  return { happens, stop: () => clearInterval(timer) }
}

/** Milliseconds that this process has worked, and that have gone by on the clock. */
function stopwatch(): () => { working: number; waiting: number } {
  const worked = process.cpuUsage()
  const started = performance.now()
  return () => {
    const { user, system } = process.cpuUsage(worked)
    return { working: (user + system) / 1000, waiting: performance.now() - started }
  }
}

function startThread(workerData: ReadingTask, { heap, young }: ReadingLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: young }
  return isSource
    ? new Worker(sourceImport(new URL('./reading-thread.ts', import.meta.url)), {
        eval: true,
        workerData,
        resourceLimits,
      })
    : new Worker(new URL('./reading-thread.js', import.meta.url), { workerData, resourceLimits })
}
