import { LOW_ENDS, MODERATE_ENDS, levelOf } from './level.ts'
import { linearSum, loadLinear } from './linear-model.ts'
import { intern } from './vocabulary.ts'

const model = loadLinear('firmness-weights.json')

/** Where the middle of a level lies on the trained scale of 1 (very uncertain) to 6 (certain), and how fast it is crossed. */
const MIDDLE = 4.5
const STEEPNESS = 1.2

const BANDS = { low: [0, LOW_ENDS], moderate: [LOW_ENDS, MODERATE_ENDS], high: [MODERATE_ENDS, 1] } as const

const MOST_CUES = 3
const levelIds = { low: intern('<low>'), moderate: intern('<moderate>'), high: intern('<high>') }
const countIds = Array.from({ length: MOST_CUES + 1 }, (_, count) => intern(`<cues ${count}>`))

/** The features of firmness beside the sentence's own: its level by rule and the number of its cues. */
export const firmnessFeatures = (certainty: number, cues: number): [number, number] => [
  levelIds[levelOf(certainty)],
  countIds[Math.min(cues, MOST_CUES)] ?? 0,
]

/**
 * The score of a statement, 0–1. Rules on its cues set the level and the wording shades it inside the level's bounds, so that
 * of two flat statements the firmer one comes first. A flat statement without any cue stays high whatever its wording.
 */
export function firmnessScore(certainty: number, cues: number, features: readonly number[]): number {
  const [low, high] = BANDS[levelOf(certainty)]
  const [level, count] = firmnessFeatures(certainty, cues)
  const sum = linearSum(model, features) + ((model.weights[level] ?? 0) + (model.weights[count] ?? 0))
  const share = 1 / (1 + Math.exp(-STEEPNESS * (sum - MIDDLE)))
  const score = low + (high - low) * Math.min(0.99, Math.max(0.01, share))
  return Math.round(score * 1000) / 1000
}
