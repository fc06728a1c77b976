import { closeSync, existsSync, fdatasyncSync, openSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import type { FlushStart } from './flushing.ts'

/** Milliseconds between two flushes: little has gathered, and others get at the disk in between. */
const PAUSE = 10

/** The thread that moves what is written to a file to the disk, again and again, until it is over. */
const { path, over } = workerData as FlushStart
let file: number | undefined
while (Atomics.wait(over, 0, 0, PAUSE) === 'timed-out') {
  if (existsSync(path)) file ??= openSync(path, 'r')
  if (file !== undefined) fdatasyncSync(file)
}
if (file !== undefined) closeSync(file)
