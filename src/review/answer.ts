import type { GivenDifference, GivenOutcome, GivenVerdict } from '../claims/ruled.ts'
import type { Status } from '../claims/vocabulary.ts'

/** What the verdicts that count come to, before what is done about the words. */
export interface Answer {
  readonly status: Status
  readonly differs: boolean
  /** The verdicts that it rests on: all that count, or those that a decision between them agrees with. */
  readonly counted: readonly GivenVerdict[]
  /** The outcomes that came with them. */
  readonly outcomes: readonly GivenOutcome[]
}

/**
 * The newest of the verdicts that count, unless a third person decided between them.
 * `decision`: the one that holds, null for none.
 */
export function answerOf(counted: readonly GivenVerdict[], decision: GivenDifference | null): Answer {
  if (decision === null)
    return {
      status: (counted.at(-1)?.verdict ?? 'unreviewed') as Status,
      differs: new Set(counted.map(({ verdict }) => verdict)).size > 1,
      counted,
      outcomes: outcomesOf(counted),
    }
  const agreed = counted.filter(({ verdict }) => verdict === decision.verdict)
  return {
    status: decision.verdict as Status,
    differs: false,
    counted: agreed,
    outcomes: [...outcomesOf(agreed), ...outcomeOfDecision(decision)],
  }
}

const outcomesOf = (verdicts: readonly GivenVerdict[]): GivenOutcome[] =>
  verdicts.flatMap(({ outcome, at }) => (outcome === null ? [] : [{ outcome, at }]))

/** *Substantiated* lets the words stand, as a verdict does. */
const outcomeOfDecision = ({ verdict, at }: GivenDifference): GivenOutcome[] =>
  verdict === 'substantiated' ? [{ outcome: 'stands', at }] : []
