import type { ModelWeights } from '../../src/reading/confidence/phrase-model.ts'
import type { CueCandidate } from './cue-candidates.ts'
import { hedgeRows, type HedgeRow } from './hedge-rows.ts'
import type { Weights } from './noisy-or.ts'
import { fitRows, passes, weightsFile, type Thresholds } from './phrase-training.ts'

/** Trains the weights that tell what leaves a statement uncertain from words that are merely loose. */

export const SEMANTIC_SETS = ['bmc', 'semantic'] as const

const THRESHOLDS: Thresholds = { scientific: 0.4, other: 0.4 }

/** Log-odds before any data of phrases that are cues by themselves, and of those that are so in some contexts only. */
const SURE_PRIOR = 0.5
const CONTEXTUAL_PRIOR = -1.5

export const semanticPrior = (candidate: CueCandidate): number =>
  candidate.contextual || candidate.isBooster ? CONTEXTUAL_PRIOR : SURE_PRIOR

const withPrior = (row: HedgeRow): HedgeRow => ({
  ...row,
  weight: 1,
  candidates: row.candidates.map((c) => ({ ...c, prior: semanticPrior(c) })),
})

export const fitSemantic = (rows: readonly HedgeRow[]): Weights => fitRows(rows.map(withPrior))

export const isSemantic = (weights: Weights, candidate: CueCandidate): boolean =>
  !candidate.isBooster && passes(weights, { ...candidate, prior: semanticPrior(candidate) }, THRESHOLDS)

/** Fits on the Szeged corpus and returns the weights as the file holds them. */
export function trainSemantic(): ModelWeights & { readonly source: string; readonly licence: string } {
  const rows = hedgeRows(SEMANTIC_SETS).map(withPrior)
  return {
    source:
      'Trained on the Wikipedia and BMC parts of the Szeged uncertainty corpus (bench/train/semantic.ts)',
    licence: 'BMC part CC BY; Wikipedia part CC BY-SA',
    ...weightsFile(rows, fitSemantic(rows), THRESHOLDS, (c) => !c.isBooster),
  }
}
