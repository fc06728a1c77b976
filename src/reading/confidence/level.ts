import type { ConfidenceLevel } from '../document.ts'
import type { FoundCue } from './found.ts'

/** The bounds of the levels: low < 1/3 ≤ moderate < 2/3 ≤ high. */
export const LOW_ENDS = 1 / 3
export const MODERATE_ENDS = 2 / 3

/** How much of a second cue's factor counts: hedges heap up ("may possibly"), but less than each by itself. */
const HEAPING = 0.35

/** The certainty, 0–1, that cues leave: the strongest counts in full, others in part; likelihoods and conditions never below moderate. */
export function certaintyAfter(cues: readonly FoundCue[]): number {
  if (cues.length === 0) return 1
  const left = heaped(cues)
  return left < LOW_ENDS && cues.every(isNeverLow) ? LOW_ENDS : left
}

function heaped(cues: readonly FoundCue[]): number {
  const [first] = cues
  if (cues.length === 1 && first !== undefined) return first.factor
  const factors = cues.map((cue) => cue.factor).sort((a, b) => a - b)
  return factors.reduce((sum, factor, i) => sum * (i === 0 ? factor : factor ** HEAPING), 1)
}

const isNeverLow = (cue: FoundCue): boolean => cue.kind === 'likelihood' || cue.kind === 'condition'

/** The level of a score from 0 to 1. */
export function levelOf(score: number): ConfidenceLevel {
  if (score < LOW_ENDS) return 'low'
  return score < MODERATE_ENDS ? 'moderate' : 'high'
}
