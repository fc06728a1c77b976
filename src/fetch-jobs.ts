import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobAtHand, JobKind } from './jobs/job.ts'
import { projectRoot } from './paths.ts'
import { LINK_JOB } from './review/links/start-link-check.ts'
import { ROUND_JOB, startLinkRound } from './review/links/link-round.ts'
import { WENT_OUT_JOB } from './publication/went-out/start-went-out-fetch.ts'
import type { Services } from './services.ts'
import { FETCH_JOB } from './sources/captures/start-fetch.ts'
import type { FetchOptions } from './sources/fetch/fetch-page.ts'
import type { LinkChecking } from './work-config.ts'

/** Mondays, or every day, at three in the morning, UTC. */
const ROUNDS: Readonly<Record<Exclude<LinkChecking, 'off'>, string>> = {
  weekly: '0 3 * * 1',
  daily: '0 3 * * *',
}

/** The jobs that ask other servers, and the round that starts them; none where FETCH is off. `options`: what a test puts in place of the internet. */
export function fetchJobs(
  { db, clock, config }: Services,
  options: Pick<FetchOptions, 'mayReach' | 'resolve' | 'limits'> = {},
): readonly JobKind[] {
  const { fetch, linkChecks } = config.work
  if (!fetch) return []
  const asking = (stopping: AbortSignal): FetchOptions => ({
    ...options,
    clock,
    version: version(),
    stopping,
  })
  const fetching = {
    name: FETCH_JOB,
    attempts: 3,
    run: async (job: JobAtHand, stopping: AbortSignal) => {
      const { fetchCapture } = await import('./sources/captures/fetch-capture.ts')
      await fetchCapture(db, job, asking(stopping))
    },
  }
  const wentOut = {
    name: WENT_OUT_JOB,
    attempts: 3,
    run: async (job: JobAtHand, stopping: AbortSignal) => {
      const { fetchWentOut } = await import('./publication/went-out/fetch-went-out.ts')
      await fetchWentOut(db, job, asking(stopping))
    },
  }
  const checking = {
    name: LINK_JOB,
    run: async (job: JobAtHand, stopping: AbortSignal) => {
      const { checkLink } = await import('./review/links/check-link.ts')
      await checkLink(db, job, asking(stopping))
    },
  }
  if (linkChecks === 'off') return [fetching, wentOut, checking]
  const round = {
    name: ROUND_JOB,
    schedule: { cron: ROUNDS[linkChecks] },
    run: async (job: JobAtHand, stopping: AbortSignal) => {
      await startLinkRound(db, job, clock(), stopping)
    },
  }
  return [fetching, wentOut, checking, round]
}

let known: string | undefined

/** The program's version, by which it names itself to other servers. */
const version = (): string =>
  (known ??= (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string })
    .version)
