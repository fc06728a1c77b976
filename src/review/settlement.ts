import type { GivenOutcome, GivenVerdict } from '../claims/ruled.ts'
import { openOutcomes, type Outcome, type Status } from '../claims/vocabulary.ts'

/** What follows from everything that was ruled on a claim. */
export interface Settlement {
  readonly status: Status
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: Outcome | null
  readonly assessed: string | null
  readonly settled: boolean
}

/**
 * The status of a claim: each checker's newest verdict on the present wording counts.
 * Where only verdicts on earlier wordings exist they are shown, as stale. Rows come in the order they were given.
 */
export function settlementOf(
  verdicts: readonly GivenVerdict[],
  decisions: readonly GivenOutcome[],
  wordingKey: string,
): Settlement {
  const standing = standingVerdicts(verdicts)
  const inForce = newestPerChecker(standing.filter((verdict) => verdict.wordingKey === wordingKey))
  const counted = inForce.length > 0 ? inForce : newestPerChecker(standing)
  const status = (counted.at(-1)?.verdict ?? 'unreviewed') as Status
  const stale = inForce.length === 0 && counted.length > 0
  const differs = new Set(counted.map((verdict) => verdict.verdict)).size > 1
  const outcome = newestOutcome(counted, decisions)
  return {
    status,
    stale,
    differs,
    outcome,
    assessed: counted.findLast((verdict) => verdict.confidence !== null)?.confidence ?? null,
    settled: status !== 'unreviewed' && !stale && !differs && outcome !== null && !openOutcomes.has(outcome),
  }
}

/** The verdicts that nobody took back, in the order they were given. */
export function standingVerdicts<V extends GivenVerdict>(verdicts: readonly V[]): readonly V[] {
  const withdrawn = new Set(verdicts.map((verdict) => verdict.withdraws))
  return verdicts.filter((verdict) => verdict.withdraws === null && !withdrawn.has(verdict.id))
}

/** Of each checker the last verdict, in the order they were given. */
export function newestPerChecker<V extends GivenVerdict>(verdicts: readonly V[]): readonly V[] {
  const newest = new Map(verdicts.map((verdict) => [verdict.checkerId, verdict.id]))
  return verdicts.filter((verdict) => newest.get(verdict.checkerId) === verdict.id)
}

function newestOutcome(counted: readonly GivenVerdict[], decisions: readonly GivenOutcome[]): Outcome | null {
  const ruled = counted.filter((verdict) => verdict.outcome !== null)
  const last = [...ruled, ...decisions].reduce<{ outcome: string | null; at: Date } | null>(
    (newest, given) => (newest === null || given.at >= newest.at ? given : newest),
    null,
  )
  return (last?.outcome ?? null) as Outcome | null
}
