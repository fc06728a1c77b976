import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { type StartedJob, startJob } from '../../jobs/start-job.ts'
import { checkUrl, type MayReach } from '../../sources/fetch/allowed-address.ts'
import { publicationAtWork } from '../publication-at-work.ts'

/** The kind of job that fetches a page as it went out. */
export const WENT_OUT_JOB = 'fetch what went out'

/** What such a job is started with; the begin of its JSON is what finds the jobs of a publication. */
export interface WentOutPayload {
  readonly publicationId: string
  readonly url: string
}

/** Longest address, in UTF-16 code units. */
const LONGEST_ADDRESS = 2_000

export interface WentOutToFetch {
  readonly publicationId: string
  readonly url: string
  readonly by: Actor
  readonly at: Date
  /** The setting FETCH. */
  readonly allowed: boolean
  readonly mayReach?: MayReach | undefined
}

/**
 * Asks for the page of a publication to be fetched and compared with what was signed off. One fetch for a publication waits at a time.
 * @throws NotFound · NotAllowed for this role · Conflict nothing is fetched here · Invalid no address that may be asked for
 */
export async function startWentOutFetch(db: Database, input: WentOutToFetch): Promise<StartedJob> {
  const { publicationId, by, at, allowed, mayReach } = input
  const url = input.url.trim()
  return inTransaction(db, async (tx) => {
    const { report } = await publicationAtWork(tx, publicationId)
    await assertMayOnReport(tx, by, 'compare what went out', report)
    if (!allowed)
      throw new Conflict('This server fetches nothing (FETCH=off): upload the page. Nothing was asked for.')
    const checked = url.length > LONGEST_ADDRESS ? null : checkUrl(url, mayReach)
    if (checked?.ok !== true)
      throw new Invalid(
        `This page cannot be asked for: ${checked === null ? 'its address is too long' : checked.why}. Give the public address that it went out at.`,
      )
    const payload: WentOutPayload = { publicationId, url }
    const key = `${WENT_OUT_JOB} ${publicationId}`
    return startJob(tx, { kind: WENT_OUT_JOB, key, payload, createdById: by.id, at })
  })
}

/** A fetch of a page as it went out that is under way, or came to nothing. */
export interface WentOutWork {
  readonly url: string
  readonly state: string
  readonly error: string | null
}

/** The newest fetch for a publication, null where it ended well, or there is none. */
export async function wentOutWork(db: Database, publicationId: string): Promise<WentOutWork | null> {
  const job = await db.job.findFirst({
    where: { kind: WENT_OUT_JOB, payload: { startsWith: JSON.stringify({ publicationId }).slice(0, -1) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  if (job === null || job.state === 'done') return null
  return { url: (JSON.parse(job.payload) as WentOutPayload).url, state: job.state, error: job.error }
}
