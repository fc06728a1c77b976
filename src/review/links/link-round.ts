import type { Database } from '../../db/database.ts'
import type { JobAtHand } from '../../jobs/job.ts'
import { startJob } from '../../jobs/start-job.ts'
import { newLinkJob } from './start-link-check.ts'

/** The kind of job that starts a look at every address. */
export const ROUND_JOB = 'link-round'

/** Milliseconds between two looks of a round: at any address, and at addresses of one server. */
const APART = 2_000
const APART_AT_ONE_SERVER = 30_000

/** Milliseconds for which an address that was looked at is left alone by rounds. */
const FRESH = 20 * 3_600_000

interface Address {
  readonly id: string
  readonly url: string
}

/**
 * Starts a look at every address that reports at work lean on, spread out in time so that no server is asked often. A round that is
 * broken off and begun again starts no look twice.
 * @returns how many were started
 */
export async function startLinkRound(
  db: Database,
  _job: JobAtHand,
  now: Date,
  stopping: AbortSignal,
): Promise<number> {
  const due = spreadOut(await addressesToCheck(db, new Date(now.getTime() - FRESH)))
  let started = 0
  for (const { id, wait } of due) {
    if (stopping.aborted) throw new Error('The server was stopped')
    const runAfter = new Date(now.getTime() + wait)
    const job = await startJob(db, newLinkJob({ sourceId: id }, { createdById: null, at: now, runAfter }))
    if (!job.known) started++
  }
  return started
}

/** Addresses of sources that the present drafts of unpublished reports name, or evidence on their claims. The sample is left alone. */
const addressesToCheck = (db: Database, before: Date): Promise<Address[]> => db.$queryRaw<Address[]>`
  WITH atwork AS (
    SELECT r."id", r."currentDraftId" FROM "Report" r
    WHERE r."sample" = FALSE AND NOT EXISTS (
      SELECT 1 FROM "Publication" u WHERE u."draftId" = r."currentDraftId" AND u."withdrawnAt" IS NULL))
  SELECT s."id", s."url" FROM "Source" s
  WHERE s."url" IS NOT NULL AND s."protected" = FALSE AND s."doNotFetch" = FALSE AND s."mergedIntoId" IS NULL
    AND (s."linkCheckedAt" IS NULL OR s."linkCheckedAt" < ${before})
    AND s."id" IN (
      SELECT COALESCE(f."mergedIntoId", f."id") FROM "Source" f WHERE f."id" IN (
        SELECT i."sourceId" FROM "Citation" i JOIN "Note" n ON n."id" = i."noteId"
        JOIN atwork w ON w."currentDraftId" = n."draftId"
        UNION
        SELECT e."sourceId" FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
        JOIN atwork w ON w."id" = c."reportId"
        WHERE e."withdraws" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Evidence" x WHERE x."withdraws" = e."id")))
  ORDER BY s."id"`

/** When each address is looked at, in milliseconds from now: one after another, those of one server further apart. */
export function spreadOut(addresses: readonly Address[]): (Address & { readonly wait: number })[] {
  const next = new Map<string, number>()
  return addresses.map((address, index) => {
    const server = URL.canParse(address.url) ? new URL(address.url).host : ''
    const wait = Math.max(index * APART, next.get(server) ?? 0)
    next.set(server, wait + APART_AT_ONE_SERVER)
    return { ...address, wait }
  })
}
