import { isPlain } from './cage/weight.ts'
import { brokeOnFile } from './cage/refusals.ts'
import { READINGS_AT_ONCE, READINGS_WAITING } from './cage/limits.ts'
import { runProcess } from './cage/process-watch.ts'
import { Turns } from './cage/turns.ts'
import type { ReadDocument } from './document.ts'
import { tellNobody, type Tell } from './progress.ts'
import type { ReadOptions } from './read-document.ts'

/** Bytes of plain text from which it is read in a process of its own, so that a server goes on answering meanwhile. */
const ASIDE_FROM = 40_000

const turns = new Turns(READINGS_AT_ONCE, READINGS_WAITING)

/** Whether a file is so small and plain that reading it keeps nobody waiting. */
export const isQuickToRead = (bytes: Uint8Array, options: ReadOptions): boolean =>
  bytes.length < ASIDE_FROM && isPlain(bytes, options)

/**
 * `readDocument` for a server: large files, archives and PDFs go to a process of their own, with limits on time and
 * memory (`cage/limits.ts`), a few at once.
 *
 * @throws Invalid as readDocument does, and where the file takes too much or too many wait already
 */
export async function readDocumentAside(
  bytes: Uint8Array,
  options: ReadOptions,
  tell: Tell = tellNobody,
): Promise<ReadDocument> {
  if (!isQuickToRead(bytes, options)) return turns.take(() => runProcess({ bytes, options }, tell))
  const { readDocument } = await import('./read-document.ts')
  return readDocument(bytes, options, tell).catch((error: unknown) => {
    throw brokeOnFile(error)
  })
}
