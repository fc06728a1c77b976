import type { Database } from '../../db/database.ts'
import { type StartedJob, startJob } from '../../jobs/start-job.ts'
import { changeSource, type SourceDeed } from '../change-source.ts'
import { assertFetchable } from './fetchable.ts'

/** The kind of job that fetches what a source shows. */
export const FETCH_JOB = 'fetch'

/** What such a job is started with; the begin of its JSON is what finds the jobs of a source. */
export interface FetchPayload {
  readonly sourceId: string
}

/**
 * Asks for the page of a source to be fetched and kept. One fetch of a source waits at a time.
 * @throws NotFound · NotAllowed · Conflict the source is protected, marked “do not fetch”, merged or without address, or nothing is fetched here
 */
export const startFetch = (
  db: Database,
  input: SourceDeed & { readonly allowed: boolean },
): Promise<StartedJob> =>
  changeSource(db, input, 'capture source', (tx, source) => {
    assertFetchable(source, input.allowed)
    const payload: FetchPayload = { sourceId: source.id }
    const key = `${FETCH_JOB} ${source.id}`
    return startJob(tx, { kind: FETCH_JOB, key, payload, createdById: input.by.id, at: input.at })
  })
