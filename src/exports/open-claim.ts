import { type Outcome, openOutcomes } from '../claims/vocabulary.ts'
import { reasonInWords } from '../history/kinds/rulings.ts'
import { signedByDesk } from '../reading/office/desk-comment.ts'
import { newestPerChecker, standingVerdicts } from '../review/settlement.ts'
import type { GivenVerdict } from '../claims/ruled.ts'
import type { CommentOnWords } from './word/annotate-word.ts'

/** A claim that still asks something of its author. Offsets: code units of the draft's text. */
export interface OpenClaim {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: string | null
  readonly wordingKey: string
  readonly verdicts: readonly OpenVerdict[]
  /** What was decided on its words, oldest first. */
  readonly decisions: readonly OpenDecision[]
}

export interface OpenVerdict extends GivenVerdict {
  readonly checker: string
  readonly reason: string | null
  readonly rationale: string | null
}

export interface OpenDecision {
  readonly by: string
  readonly byId: string
  readonly outcome: string
  readonly words: string | null
  readonly at: Date
}

/**
 * What the author reads beside the words of an open claim: who found what, and what is asked. A checker's rationale is told only
 * where somebody chose to; the words of a query are meant for the author.
 */
export function commentOn(claim: OpenClaim, withRationale: boolean): CommentOnWords {
  const verdicts = newestPerChecker(standingVerdicts(claim.verdicts).filter(isOnWords(claim)))
  const asked = claim.decisions.at(-1)
  const query = asked && openOutcomes.has(asked.outcome as Outcome) ? asked : null
  const lines = [
    `Claim ${claim.number}`,
    ...(claim.stale ? ['Reworded since it was checked.'] : []),
    ...(claim.differs ? ['The checkers differ.'] : []),
    ...verdicts.map((verdict) => sayVerdict(verdict, withRationale)),
    ...(verdicts.length === 1 ? ['Checked by one person.'] : []),
    ...(query ? [`${query.by}, ${query.outcome}${query.words === null ? '.' : `: ${query.words}`}`] : []),
    ...(query === null && claim.outcome !== null ? [`Outcome: ${claim.outcome}.`] : []),
  ]
  const last = [...verdicts.map(({ checker, at }) => ({ by: checker, at })), ...(query ? [query] : [])].at(-1)
  return {
    start: claim.start,
    end: claim.end,
    author: signedByDesk(last?.by ?? 'Desk'),
    at: last?.at ?? null,
    text: lines.join('\n'),
  }
}

/** Not on a fix, unless the words are by now those that it proposed. */
const isOnWords = ({ wordingKey }: OpenClaim) => {
  return (verdict: OpenVerdict): boolean => verdict.fixId === null || verdict.wordingKey === wordingKey
}

function sayVerdict({ checker, verdict, reason, rationale }: OpenVerdict, withRationale: boolean): string {
  const why = reason === null ? '' : `, ${reasonInWords(reason)}`
  return `${checker}: ${verdict}${why}.${withRationale && rationale !== null ? ` ${rationale}` : ''}`
}
