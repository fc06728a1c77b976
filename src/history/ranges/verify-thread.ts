import { parentPort, workerData } from 'node:worker_threads'
import { openShared } from '../../db/snapshot.ts'
import { doTask } from './do-task.ts'
import type { Task, ThreadStart } from './task.ts'

/** The thread that checks parts of a history: answers one task after another, over a connection of its own, until it is sent null. */
const { shared, payloads } = workerData as ThreadStart
const opened = openShared(shared)
let last: Promise<unknown> = opened

parentPort?.on('message', (task: Task | null) => {
  last = last.then(() => (task === null ? end() : answer(task)))
})

async function answer(task: Task): Promise<void> {
  parentPort?.postMessage(await doTask(await opened, payloads, task))
}

async function end(): Promise<void> {
  await (await opened).close()
  parentPort?.close()
}
