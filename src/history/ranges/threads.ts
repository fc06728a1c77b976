import { Worker } from 'node:worker_threads'
import { isSource, sourceImport } from '../../paths.ts'
import type { Answer, Found, Task, ThreadStart } from './task.ts'

/** Tasks that a thread has before it: one that it does and one to go on with. */
const AHEAD = 2

/** Threads that check parts of a history, one task at a time each. */
export class Threads {
  readonly #threads: readonly Thread[]

  constructor(count: number, start: ThreadStart) {
    this.#threads = Array.from({ length: count }, () => new Thread(start))
  }

  /**
   * Does tasks of one kind and yields what was found, in their order; no more than a few of them are ahead of what was taken.
   * @throws what a thread throws
   */
  async *each<K extends Task['kind']>(tasks: Iterable<Extract<Task, { kind: K }>>): AsyncGenerator<Found[K]> {
    const waiting: { readonly thread: Thread; readonly answer: Promise<Answer> }[] = []
    const left = tasks[Symbol.iterator]()
    const begin = (thread: Thread): void => {
      const next = left.next()
      if (next.done !== true) waiting.push({ thread, answer: thread.ask(next.value) })
    }
    for (let task = 0; task < AHEAD; task++) this.#threads.forEach(begin)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const answer = await next.answer
      begin(next.thread)
      yield answer as Found[K]
    }
  }

  /** Ends the threads when they have done what they were asked for. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()))
  }
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** One thread, which answers in the order in which it is asked. */
class Thread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  readonly #ended: Promise<void>
  #failure: Error | null = null

  constructor(start: ThreadStart) {
    this.#worker = startThread(start)
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.resolve(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail(new Error('A thread that checked the history ended'))
        resolve()
      })
    })
  }

  ask(task: Task): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.#failure !== null) reject(this.#failure)
      else this.#waiting.push({ resolve, reject })
    })
    answer.catch(() => undefined) // it may never be taken, where one before it failed
    this.#worker.postMessage(task)
    return answer
  }

  end(): Promise<void> {
    this.#worker.postMessage(null)
    return this.#ended
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}

const startThread = (workerData: ThreadStart): Worker =>
  isSource
    ? new Worker(sourceImport(new URL('./verify-thread.ts', import.meta.url)), { eval: true, workerData })
    : new Worker(new URL('./verify-thread.js', import.meta.url), { workerData })
