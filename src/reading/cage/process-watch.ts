import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { isSource, sourceImport } from '../../paths.ts'
import type { ReadDocument } from '../document.ts'
import type { Tell } from '../progress.ts'
import { LONGEST_LIST, READING_LIMITS, type ReadingLimits } from './limits.ts'
import { processPermissions } from './permissions.ts'
import { ReadingReceiver } from './reading-lines.ts'
import { brokeOnFile, tookTooLong, tookTooMuchMemory } from './refusals.ts'
import { type DocumentTask, writeDocumentTask } from './task-bytes.ts'

/** Milliseconds past its time after which a process that did not stop itself is killed. */
const PATIENCE = 1500

/** What is kept of a process's last words. Characters. */
const LAST_WORDS = 4000

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/**
 * Reads a file in a process of its own, which may read the program's files and nothing else, has an empty environment,
 * and can break without harm to this one.
 *
 * @throws Invalid the reader refused the file, took too long or too much memory, found more than a desk holds, or broke
 */
export async function runProcess(
  task: DocumentTask,
  tell: Tell,
  { wait }: Pick<ReadingLimits, 'wait'> = READING_LIMITS,
): Promise<ReadDocument> {
  const child = startProcess()
  const receiver = new ReadingReceiver(tell, LONGEST_LIST)
  const killer = setTimeout(() => child.kill('SIGKILL'), wait + PATIENCE)
  const lastWords = keepLastWords(child.stderr)
  child.stdin.on('error', () => undefined) // it ended before it heard all: its exit tells
  writeDocumentTask(child.stdin, task)
  const closed = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('close', (_code, signal) => resolve(signal))
    child.once('error', reject)
  })
  try {
    for await (const line of createInterface({ input: child.stdout })) receiver.receive(line)
    const signal = await closed
    if (!receiver.ended) throw whyItDied(signal, lastWords())
    return receiver.document()
  } finally {
    clearTimeout(killer)
    child.kill('SIGKILL')
  }
}

function startProcess(): Child {
  const environment = process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }
  return spawn(process.execPath, [...processPermissions(), ...entry()], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment,
  })
}

const entry = (): readonly string[] =>
  isSource
    ? ['--input-type=module', '--eval', sourceImport(new URL('./reading-process.ts', import.meta.url))]
    : [fileURLToPath(new URL('./reading-process.js', import.meta.url))]

function keepLastWords(stream: Readable): () => string {
  let words = ''
  stream.setEncoding('utf8')
  stream.on('data', (piece: string) => (words = (words + piece).slice(-LAST_WORDS)))
  return () => words
}

function whyItDied(signal: NodeJS.Signals | null, lastWords: string): Error {
  if (signal === 'SIGKILL') return tookTooLong()
  if (/out of memory|allocation failed/i.test(lastWords)) return tookTooMuchMemory()
  return brokeOnFile(new Error(lastWords.trim() || `the reader ended with ${signal ?? 'no answer'}`))
}
