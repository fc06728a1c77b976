import type { GivenDifference, GivenObjection, GivenOutcome, GivenVerdict } from '../claims/ruled.ts'
import { openOutcomes, type Outcome, type Status } from '../claims/vocabulary.ts'
import { standingRows } from '../db/standing-rows.ts'
import { answerOf } from './answer.ts'

/** What follows from everything that was ruled on a claim. */
export interface Settlement {
  readonly status: Status
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: Outcome | null
  readonly assessed: string | null
  readonly settled: boolean
  /** How many people's verdicts are in force. */
  readonly checkers: number
  /** How many objections are open. */
  readonly objections: number
  /** How many re-checks are open. */
  readonly rechecks: number
}

/** Everything that a claim's settlement follows from; rows come in the order they were given. */
export interface ToSettle {
  readonly wordingKey: string
  readonly verdicts: readonly GivenVerdict[]
  readonly outcomes: readonly GivenOutcome[]
  /** The policy asks for a second person. */
  readonly needsSecond: boolean
  /** What third persons decided where checkers differed. */
  readonly differences: readonly GivenDifference[]
  /** The objections that are open. */
  readonly objections: readonly GivenObjection[]
  /** How many re-checks are open. */
  readonly rechecks: number
  /** Where it begins in the present draft, null where it stands nowhere. */
  readonly start?: number | null
}

/**
 * The status of a claim: each checker's newest verdict on the present wording counts.
 * Where only verdicts on earlier wordings exist they are shown, as stale; a verdict on a fix says nothing of other words than its.
 *
 * Settled is what was ruled on these words, without a difference that nobody decided, by two people where two are asked for, with
 * an outcome that leaves nothing to do, with no objection but those that an editor let it stand over since, and no open re-check.
 * A claim that stands nowhere is settled when its words are cut: there is nothing left to rule on.
 */
export function settlementOf(claim: ToSettle): Settlement {
  const standing = standingVerdicts(claim.verdicts)
  const inForce = verdictsInForce(claim)
  const counted =
    inForce.length > 0 ? inForce : newestPerChecker(standing.filter(({ fixId }) => fixId === null))
  const stale = inForce.length === 0 && counted.length > 0
  const answer = answerOf(counted, stale ? null : decisionOn(inForce, claim))
  const newest = newestOutcome(answer.outcomes, claim.outcomes)
  const ruled = answer.status !== 'unreviewed' && !stale && !answer.differs
  const outcome = (newest?.outcome ?? null) as Outcome | null
  return {
    status: answer.status,
    stale,
    differs: answer.differs,
    outcome,
    assessed: answer.counted.findLast((verdict) => verdict.confidence !== null)?.confidence ?? null,
    settled:
      (claim.start === null ? outcome === 'cut' : ruled && (!claim.needsSecond || inForce.length > 1)) &&
      outcome !== null &&
      !openOutcomes.has(outcome) &&
      standsOver(claim.objections, newest) &&
      claim.rechecks === 0,
    checkers: inForce.length,
    objections: claim.objections.length,
    rechecks: claim.rechecks,
  }
}

/** The verdicts that nobody took back, in the order they were given. */
export const standingVerdicts = <V extends GivenVerdict>(verdicts: readonly V[]): readonly V[] =>
  standingRows(verdicts)

/** Of each checker the last verdict, in the order they were given. */
export function newestPerChecker<V extends GivenVerdict>(verdicts: readonly V[]): readonly V[] {
  const newest = new Map(verdicts.map((verdict) => [verdict.checkerId, verdict.id]))
  return verdicts.filter((verdict) => newest.get(verdict.checkerId) === verdict.id)
}

/** The verdicts in force on a claim's present words, one of each checker. */
export const verdictsInForce = <V extends GivenVerdict>(claim: {
  readonly verdicts: readonly V[]
  readonly wordingKey: string
}): readonly V[] =>
  newestPerChecker(
    standingVerdicts(claim.verdicts).filter((verdict) => verdict.wordingKey === claim.wordingKey),
  )

/**
 * The newest decision that holds: all verdicts that it was about are in force, and whoever ruled since says the same as it.
 */
function decisionOn(
  inForce: readonly GivenVerdict[],
  { differences, wordingKey }: ToSettle,
): GivenDifference | null {
  const ids = new Set(inForce.map(({ id }) => id))
  const holds = ({ about, verdict, wordingKey: words }: GivenDifference): boolean =>
    words === wordingKey &&
    about.every((id) => ids.has(id)) &&
    inForce.every((given) => about.includes(given.id) || given.verdict === verdict)
  return differences.findLast(holds) ?? null
}

function newestOutcome(
  ruled: readonly GivenOutcome[],
  decisions: readonly GivenOutcome[],
): GivenOutcome | null {
  return [...ruled, ...decisions].reduce<GivenOutcome | null>(
    (newest, given) => (newest === null || given.at >= newest.at ? given : newest),
    null,
  )
}

/** An editor's *stet* lets the words stand over the objections that were raised before it, and over no later one. */
const standsOver = (objections: readonly GivenObjection[], newest: GivenOutcome | null): boolean =>
  objections.every(({ at }) => newest?.outcome === 'stet' && at <= newest.at)
