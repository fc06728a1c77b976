import type { ConfidenceLevel, Tests } from '../reading/document.ts'
import type { Outcome, VerdictValue } from '../claims/vocabulary.ts'
import { Invalid } from '../errors.ts'

/** Why a claim is not substantiated, by one key. */
export const reasons = [
  'no-note',
  'note-does-not-say-it',
  'out-of-reach',
  'source-says-otherwise',
  'detail-differs',
  'no-reply',
  'other',
] as const
export type Reason = (typeof reasons)[number]

/** What a checker rules. `tests`, when left out, is what the claim's attribution suggests. */
export interface Ruling {
  readonly verdict: VerdictValue
  readonly tests?: Tests | undefined
  readonly reason?: Reason | undefined
  readonly rationale?: string | undefined
  readonly confidence?: ConfidenceLevel | undefined
  readonly outcome?: Outcome | undefined
}

/** Outcomes that somebody has to answer for in words. */
export const answeredForInWords: ReadonlySet<Outcome> = new Set(['stet', 'not checked'])

/**
 * A ruling with its gaps filled: *substantiated* lets the words stand unless another outcome is given.
 * @throws Invalid when a verdict that finds fault gives neither a reason nor a rationale, or an outcome lacks the words it needs
 */
export function completeRuling(ruling: Ruling): Ruling {
  const rationale = ruling.rationale?.trim()
  if (ruling.outcome !== undefined && answeredForInWords.has(ruling.outcome) && !rationale)
    throw new Invalid(`Say why the outcome is “${ruling.outcome}”: write a rationale.`)
  if (ruling.verdict !== 'substantiated' && ruling.reason === undefined && !rationale)
    throw new Invalid(`Say why the claim is ${ruling.verdict}: choose a reason or write a rationale.`)
  return {
    ...ruling,
    rationale: rationale === '' ? undefined : rationale,
    outcome: ruling.outcome ?? (ruling.verdict === 'substantiated' ? 'stands' : undefined),
  }
}
