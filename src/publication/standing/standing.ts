/**
 * What became of a claim that was published. Each claim is one of these, so that they add up.
 * - `withdrawn`: every publication that it stood in was withdrawn.
 * - `corrected`: readers were told a correction or clarification of it.
 * - `not checked`, `on author`: it went out so.
 * - `in question`: somebody challenges it, or found otherwise since, and nobody has re-checked it to stand.
 * - `stood`: somebody checked the published words again, and they stood.
 * - `unchallenged`: nobody has asked. That is not to have stood.
 */
export const standings = [
  'stood',
  'unchallenged',
  'in question',
  'corrected',
  'withdrawn',
  'on author',
  'not checked',
] as const
export type StandingOf = (typeof standings)[number]

/** A claim as it was published, and what happened to it since. */
export interface PublishedClaim {
  readonly status: string
  readonly outcome: string | null
  readonly withdrawn: boolean
  readonly corrected: boolean
  /** Somebody asked for it to be checked again, and nobody has. */
  readonly openRecheck: boolean
  readonly complaints: readonly ClaimComplaint[]
  /** What the last person found who checked the published words again; null: nobody did. */
  readonly found: { readonly at: Date; readonly status: string } | null
}

export interface ClaimComplaint {
  readonly state: string
  readonly enteredAt: Date
  readonly decidedAt: Date | null
}

export function standingOf(claim: PublishedClaim): StandingOf {
  if (claim.withdrawn) return 'withdrawn'
  if (claim.corrected) return 'corrected'
  if (claim.outcome === 'not checked' || claim.status === 'unreviewed') return 'not checked'
  if (claim.outcome === 'on author') return 'on author'
  const { found } = claim
  const challenged = challengedUntil(claim)
  if (found !== null && found.status !== claim.status) return 'in question'
  if (found !== null && found.at.getTime() >= challenged) return 'stood'
  return challenged === NEVER ? 'unchallenged' : 'in question'
}

const NEVER = -Infinity

/** From when on a re-check answers everything that was said against a claim, in milliseconds. */
function challengedUntil({ openRecheck, complaints }: PublishedClaim): number {
  const said = complaints.filter(({ state }) => state !== 'withdrawn').map(answeredFrom)
  return Math.max(NEVER, ...said, ...(openRecheck ? [Infinity] : []))
}

/** What is upheld is answered after that; what is rejected by whoever checked again since it came. */
function answeredFrom({ state, enteredAt, decidedAt }: ClaimComplaint): number {
  if (state === 'open' || decidedAt === null) return Infinity
  return (state === 'rejected' ? enteredAt : decidedAt).getTime()
}

export type StandingCounts = Readonly<Record<StandingOf, number>>
export type ComplaintCounts = Readonly<
  Record<'open' | 'upheld' | 'partly' | 'rejected' | 'withdrawn', number>
>

/** A report that was published in a span of time. */
export interface PublishedReport {
  readonly id: string
  readonly title: string
  /** When it first went out in the span. */
  readonly publishedAt: Date
  readonly publications: number
  readonly claims: readonly PublishedClaim[]
  /** States of the complaints about its publications. */
  readonly complaints: readonly string[]
  /** Fixes that were in the text before it went out. */
  readonly fixes: number
}

/** A line of the standing: of one report, or of all. */
export interface StandingLine {
  readonly claims: number
  readonly counts: StandingCounts
  readonly complaints: ComplaintCounts
  readonly fixes: number
}

export interface ReportStanding extends StandingLine {
  readonly id: string
  readonly title: string
  readonly publishedAt: Date
  readonly publications: number
}

export interface Standing {
  /** In the order in which they went out. */
  readonly reports: readonly ReportStanding[]
  readonly total: StandingLine
}

/** How reports stand that were published between two dates. */
export function standingAcross(reports: readonly PublishedReport[]): Standing {
  const lines = reports.map(({ claims, complaints, ...report }) => ({
    ...report,
    claims: claims.length,
    counts: counted(standings, claims.map(standingOf)),
    complaints: counted(COMPLAINTS, complaints),
  }))
  return {
    reports: lines.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime()),
    total: {
      claims: sum(lines.map(({ claims }) => claims)),
      counts: added(
        standings,
        lines.map(({ counts }) => counts),
      ),
      complaints: added(
        COMPLAINTS,
        lines.map(({ complaints }) => complaints),
      ),
      fixes: sum(lines.map(({ fixes }) => fixes)),
    },
  }
}

const COMPLAINTS = ['open', 'upheld', 'partly', 'rejected', 'withdrawn'] as const

const counted = <W extends string>(words: readonly W[], found: readonly string[]): Record<W, number> =>
  Object.fromEntries(words.map((word) => [word, found.filter((one) => one === word).length])) as Record<
    W,
    number
  >

const added = <W extends string>(
  words: readonly W[],
  all: readonly Readonly<Record<W, number>>[],
): Record<W, number> =>
  Object.fromEntries(words.map((word) => [word, sum(all.map((one) => one[word]))])) as Record<W, number>

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
