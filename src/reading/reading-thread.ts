import { parentPort, workerData } from 'node:worker_threads'
import { Invalid } from '../errors.ts'
import type { AsideAnswer, ThreadInput } from './read-document-aside.ts'
import { readDocument } from './read-document.ts'

const { bytes, options } = workerData as ThreadInput

async function answer(): Promise<AsideAnswer> {
  try {
    return { ok: true, read: await readDocument(bytes, options) }
  } catch (error) {
    return {
      ok: false,
      invalid: error instanceof Invalid,
      message: error instanceof Error ? error.message : 'The file could not be read.',
    }
  }
}

parentPort?.postMessage(await answer())
