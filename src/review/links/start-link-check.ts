import type { Database, Transaction } from '../../db/database.ts'
import { type NewJob, type StartedJob, startJob } from '../../jobs/start-job.ts'
import { assertFetchable } from '../../sources/captures/fetchable.ts'
import { changeSource, type SourceDeed } from '../../sources/change-source.ts'

/** The kind of job that looks at the address of a source. */
export const LINK_JOB = 'link-check'

/** What such a job is started with; the begin of its JSON is what finds the jobs of a source. */
export interface LinkPayload {
  readonly sourceId: string
  /** When the address failed, where this is the second look. ISO 8601, UTC. */
  readonly failedAt?: string
  readonly why?: string
}

export const newLinkJob = (
  payload: LinkPayload,
  job: Pick<NewJob, 'createdById' | 'at' | 'runAfter'>,
): NewJob => ({ ...job, kind: LINK_JOB, key: `${LINK_JOB} ${payload.sourceId}`, payload })

/**
 * Asks for the address of a source to be looked at. One look at a source waits at a time: a second look that is due later is made now.
 * @throws NotFound · NotAllowed · Conflict the source is protected, marked “do not fetch”, merged or without address, or nothing is fetched here
 */
export const startLinkCheck = (
  db: Database,
  input: SourceDeed & { readonly allowed: boolean },
): Promise<StartedJob> =>
  changeSource(db, input, 'check links', async (tx, source) => {
    assertFetchable(source, input.allowed)
    const { by, at } = input
    const started = await startJob(tx, newLinkJob({ sourceId: source.id }, { createdById: by.id, at }))
    if (started.known) await hurry(tx, started.id, by.id, at)
    return started
  })

async function hurry(tx: Transaction, id: string, createdById: string, at: Date): Promise<void> {
  const later = { id, state: 'waiting', runAfter: { gt: at } }
  await tx.job.updateMany({ where: later, data: { runAfter: at, createdById } })
}
