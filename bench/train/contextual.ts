import type { ModelWeights } from '../../src/reading/confidence/phrase-model.ts'
import type { CueCandidate } from './cue-candidates.ts'
import { hedgeRows, type HedgeRow, type HedgeSet } from './hedge-rows.ts'
import { scores, type Scores } from './measures.ts'
import type { Weights } from './noisy-or.ts'
import { fitLooseness, leaning, wordsExample } from './looseness.ts'
import { fitRows, fittedWithout, passes, weightsFile, type Thresholds } from './phrase-training.ts'
import { fitSemantic, isSemantic, SEMANTIC_SETS } from './semantic.ts'

/** Trains the weights that say which contextual phrases are cues, and measures cues of both sorts by cross-validation. */

const SETS = ['biology', 'wikipedia', 'bmc'] as const

const THRESHOLDS: Thresholds = { scientific: 0.35, other: 0.28 }

/** Scores of one corpus, by what is asked of a sentence. */
export interface CueScores {
  /** Sentences with any cue but a condition, as the corpora's scorer counts them. */
  readonly any: Scores
  /** Sentences with a cue that leaves the statement itself uncertain, conditions included. */
  readonly semantic: Scores
}

/** Cross-validated scores on each part of the hedge corpora. */
export function crossValidateCues(): Record<HedgeSet, CueScores> {
  const rows = hedgeRows([...SETS, 'semantic'])
  const anyWeights = fittedWithout(rows, (train) => fitRows(train.filter((row) => isIn(SETS, row))))
  const semanticWeights = fittedWithout(rows, (train) =>
    fitSemantic(train.filter((row) => isIn(SEMANTIC_SETS, row))),
  )
  const words = rows.map(({ text, positive }) => wordsExample(text, positive))
  const looseness = fittedWithout(rows, (_, train) =>
    fitLooseness(train.filter((i) => rows[i]!.set === 'wikipedia').map((i) => words[i]!)),
  )
  const found = rows.map(({ candidates }, i) =>
    findingsOf(candidates, anyWeights[i]!, semanticWeights[i]!, leaning(looseness[i]!, words[i]!)),
  )
  const of = (set: HedgeSet): CueScores => ({
    any: scoresOf(rows, set, (i) => found[i]!.any),
    semantic: scoresOf(rows, set, (i) => found[i]!.semantic),
  })
  return { biology: of('biology'), wikipedia: of('wikipedia'), bmc: of('bmc'), semantic: of('semantic') }
}

/** What the program makes of a sentence's candidates with these weights (src/reading/confidence/cue-judge.ts). */
function findingsOf(
  candidates: readonly CueCandidate[],
  anyWeights: Weights,
  semanticWeights: Weights,
  lean: number,
): { any: boolean; semantic: boolean } {
  const cues = candidates.filter((c) => !c.isBooster)
  const semantic = cues.filter((c) => isSemantic(semanticWeights, c))
  const isCue = (c: CueCandidate): boolean =>
    !c.contextual || semantic.includes(c) || passes(anyWeights, c, THRESHOLDS, c.scientific ? 0 : lean)
  return { any: cues.some((c) => !c.isCondition && isCue(c)), semantic: semantic.length > 0 }
}

/** Fits on everything and returns the weights as the file holds them. */
export function trainCues(): ModelWeights & { readonly source: string; readonly licence: string } {
  const rows = hedgeRows(SETS)
  return {
    source:
      'Trained on the biology and Wikipedia parts of the CoNLL-2010 hedge corpus and on the Szeged BMC corpus (bench/train/contextual.ts)',
    licence: 'BioScope CC BY; Wikipedia part CC BY-SA',
    ...weightsFile(rows, fitRows(rows), THRESHOLDS, (c) => c.contextual),
  }
}

const isIn = (sets: readonly HedgeSet[], row: HedgeRow): boolean => sets.includes(row.set)

function scoresOf(rows: readonly HedgeRow[], set: HedgeSet, predicted: (i: number) => boolean): Scores {
  const mine = rows.map((_, i) => i).filter((i) => rows[i]!.set === set)
  return scores(
    mine.map((i) => rows[i]!.positive),
    mine.map(predicted),
  )
}
