import { assertMay } from '../../accounts/policy.ts'
import { standingOf } from '../../accounts/standing.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { Conflict } from '../../errors.ts'
import { endJobWithin } from '../../jobs/end-job.ts'
import type { JobAtHand } from '../../jobs/job.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { findSource, type FoundSource } from '../find-source.ts'
import { type FetchOptions, fetchPage } from '../fetch/fetch-page.ts'
import { type FetchedPage, headerOf } from '../fetch/fetched.ts'
import { writeWarc } from '../fetch/write-warc.ts'
import { type CaptureMetadata, fetchedTypeOf, KEPT_HEADERS } from './capture.ts'
import { assertFetchable } from './fetchable.ts'
import { keepCapture } from './keep-capture.ts'
import { readCapture } from './read-capture.ts'
import type { FetchPayload } from './start-fetch.ts'

/**
 * Fetches what a source shows and keeps it: the page as it is, its text, the exchange as a WARC file. Whoever asked for it must
 * still be let to when it comes. All of it is kept, with the end of the job, or nothing.
 * @throws Conflict the source may not be asked any more, or answers that it has no such page · Error no whole answer came: try again
 */
export async function fetchCapture(db: Database, job: JobAtHand, options: FetchOptions): Promise<void> {
  const { sourceId } = job.payload as FetchPayload
  const url = assertFetchable(await mayCapture(db, job, sourceId))
  const page = await fetchPage(url, options)
  if (options.stopping?.aborted === true) throw new Error('The server was stopped')
  if (!page.ok) {
    const words = `Nothing was kept, because ${page.words}.`
    throw page.failure === 'not allowed' ? new Conflict(words) : new Error(words)
  }
  if (page.status < 200 || page.status > 299) throw answeredOtherwise(page)
  const kept = await captureOf(page, options)
  await inTransaction(db, async (tx) => {
    assertFetchable(await mayCapture(tx, job, sourceId))
    const at = options.clock()
    const by = job.createdById === null ? null : { id: job.createdById }
    await keepCapture(tx, { ...kept, sourceId, url, by, at })
    await endJobWithin(tx, job, at)
  })
}

/** The source, if whoever asked may capture it now. */
async function mayCapture(
  db: Database | Transaction,
  { createdById }: JobAtHand,
  sourceId: string,
): Promise<FoundSource> {
  const asked = { id: createdById ?? '', name: '' }
  const { actor } = await standingOf(db, asked)
  const source = await findSource(db, actor, sourceId)
  assertMay(actor, 'capture source', source.target)
  return source
}

function answeredOtherwise({ status, exchanges }: FetchedPage): Error {
  const words =
    `Nothing was kept: the server answers ${status} ${exchanges.at(-1)?.statusText ?? ''}`.trimEnd()
  return status === 429 || status >= 500 ? new Error(`${words}.`) : new Conflict(`${words}.`)
}

async function captureOf(page: FetchedPage, { version }: FetchOptions) {
  const last = page.exchanges.at(-1)
  const headers = last?.responseHeaders ?? []
  const contentType = headerOf(headers, 'content-type')
  const type = fetchedTypeOf(page.body, contentType)
  const reading = await readCapture(page.body, type, { name: `page.${type.extension}`, contentType })
  const metadata: Omit<CaptureMetadata, 'salt'> = {
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const value = headerOf(headers, name)
        return value === null ? [] : [[name, value.slice(0, 500)]]
      }),
    ),
    redirects: page.exchanges.slice(0, -1).map(({ url, status }) => ({ url, status })),
    ...(reading.unread === null ? {} : { unread: reading.unread }),
  }
  return {
    kind: 'fetched' as const,
    bytes: page.body,
    mediaType: type.mediaType,
    warc: await writeWarc(page.exchanges, `Stet/${version}`),
    text: reading.text,
    title: reading.title,
    finalUrl: page.url,
    httpStatus: page.status,
    metadata,
    seenAt: last?.at ?? new Date(0),
  }
}
