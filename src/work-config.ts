import { Invalid } from './errors.ts'

/** How often addresses are looked at by themselves. */
export const linkCheckings = ['off', 'daily', 'weekly'] as const
export type LinkChecking = (typeof linkCheckings)[number]

/** What the program does beside answering requests. */
export interface WorkConfig {
  /** Whether this process runs jobs; where it does not, they wait for another process that does. */
  readonly jobs: boolean
  /** Whether anything may be asked of other servers on behalf of a source. */
  readonly fetch: boolean
  readonly linkChecks: LinkChecking
}

/** What holds where nothing is set. */
export const USUAL_WORK: WorkConfig = { jobs: true, fetch: true, linkChecks: 'weekly' }

/**
 * JOBS, FETCH and LINK_CHECKS. Where nothing may be fetched, no link is checked.
 * @throws Invalid one line that names the variable and what it may be
 */
export function readWorkConfig(set: (name: string) => string | undefined): WorkConfig {
  const fetch = readSwitch('FETCH', set('FETCH'))
  const asked = set('LINK_CHECKS') ?? USUAL_WORK.linkChecks
  const linkChecks = linkCheckings.find((known) => known === asked)
  if (linkChecks === undefined) throw new Invalid(`LINK_CHECKS must be off, daily or weekly, not “${asked}”.`)
  return { jobs: readSwitch('JOBS', set('JOBS')), fetch, linkChecks: fetch ? linkChecks : 'off' }
}

function readSwitch(name: string, value = 'on'): boolean {
  if (value === 'on' || value === 'off') return value === 'on'
  throw new Invalid(`${name} must be on or off, not “${value}”.`)
}
