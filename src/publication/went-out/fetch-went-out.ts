import type { Database } from '../../db/database.ts'
import { Conflict } from '../../errors.ts'
import type { JobAtHand } from '../../jobs/job.ts'
import { fetchedTypeOf } from '../../sources/captures/capture.ts'
import { inUnicode } from '../../sources/captures/in-unicode.ts'
import { type FetchOptions, fetchPage } from '../../sources/fetch/fetch-page.ts'
import { headerOf } from '../../sources/fetch/fetched.ts'
import { addWentOut } from './add-went-out.ts'
import type { WentOutPayload } from './start-went-out-fetch.ts'

/**
 * Fetches a page as it went out and compares it with what was signed off. Whoever asked must still be let to when it comes.
 * @throws Conflict it answers otherwise, or shows nothing that can be read · Error no whole answer came: try again
 */
export async function fetchWentOut(db: Database, job: JobAtHand, options: FetchOptions): Promise<void> {
  const { publicationId, url } = job.payload as WentOutPayload
  const page = await fetchPage(url, options)
  if (options.stopping?.aborted === true) throw new Error('The server was stopped')
  if (!page.ok) {
    const words = `Nothing was compared, because ${page.words}.`
    throw page.failure === 'not allowed' ? new Conflict(words) : new Error(words)
  }
  if (page.status < 200 || page.status > 299) {
    const words = `Nothing was compared: the server answers ${page.status}.`
    throw page.status === 429 || page.status >= 500 ? new Error(words) : new Conflict(words)
  }
  const contentType = headerOf(page.exchanges.at(-1)?.responseHeaders ?? [], 'content-type')
  const { reads } = fetchedTypeOf(page.body, contentType)
  if (reads === null) throw new Conflict('Nothing was compared: the page shows no text that Stet reads.')
  const plain = reads === 'html' || reads === 'text'
  await addWentOut(db, {
    ...{ publicationId, name: url, type: reads, job },
    bytes: plain ? inUnicode(page.body, contentType) : page.body,
    by: { id: job.createdById ?? '', name: '', role: 'reader', legal: false },
    at: options.clock(),
  })
}
