import type { Actor } from '../../accounts/account.ts'
import { mayOnSource } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import { findSource } from '../../sources/find-source.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import { FETCH_JOB } from '../../sources/captures/start-fetch.ts'
import { LINK_JOB, type LinkPayload } from './start-link-check.ts'

/** One check of a link as it is shown. `askedBy`: null on schedule. */
export interface LinkCheckView {
  readonly id: string
  readonly url: string
  readonly result: string
  readonly httpStatus: number | null
  readonly finalUrl: string | null
  readonly detail: string | null
  readonly askedBy: { readonly id: string; readonly name: string } | null
  readonly at: Date
}

/** A look or a fetch that has not ended well: under way, waiting for its turn or for another try, or given up. */
export interface LinkWork {
  readonly id: string
  readonly kind: 'fetch' | 'link-check'
  readonly state: 'waiting' | 'running' | 'failed'
  readonly attempts: number
  readonly runAfter: Date
  readonly error: string | null
  /** Of a second look: when the address failed first, and why. */
  readonly failedAt: Date | null
  readonly why: string | null
}

const MOST = 200

/**
 * The checks of a source's address, newest first. Of a protected source, which has none of its own in the open, whoever is not named on
 * it sees none.
 * @throws NotFound there is no source that they may know of
 */
export async function listLinkChecks(db: Database, actor: Actor, sourceId: string): Promise<LinkCheckView[]> {
  const source = await findSource(db, actor, sourceId)
  if (!mayOnSource(actor, 'see who a source is', source.target)) return []
  return db.linkCheck.findMany({
    where: { sourceId: { in: [...(await sourceFamily(db, source.id))] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: {
      id: true,
      url: true,
      result: true,
      httpStatus: true,
      finalUrl: true,
      detail: true,
      askedBy: { select: { id: true, name: true } },
      at: true,
    },
  })
}

/** The newest look and the newest fetch of a source, where they have not ended well. `sourceId`: of one that the reader may know. */
export async function workOnLink(db: Database, sourceId: string): Promise<LinkWork[]> {
  const jobs = await Promise.all([newestJob(db, FETCH_JOB, sourceId), newestJob(db, LINK_JOB, sourceId)])
  return jobs.flatMap((job) => (job === null || job.state === 'done' ? [] : [workOf(job)]))
}

type Row = NonNullable<Awaited<ReturnType<typeof newestJob>>>

const newestJob = (db: Database, kind: string, sourceId: string) =>
  db.job.findFirst({
    where: { kind, payload: { startsWith: JSON.stringify({ sourceId }).slice(0, -1) } },
    orderBy: [{ createdAt: 'desc' }, { runAfter: 'desc' }, { id: 'desc' }],
  })

function workOf({ id, kind, state, attempts, runAfter, error, payload }: Row): LinkWork {
  const { failedAt, why } = JSON.parse(payload) as LinkPayload
  return {
    id,
    kind: kind as LinkWork['kind'],
    state: state as LinkWork['state'],
    attempts,
    runAfter,
    error,
    failedAt: failedAt === undefined ? null : new Date(failedAt),
    why: why ?? null,
  }
}
