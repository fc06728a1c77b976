import type { ModelWeights, PhraseWeights } from '../../src/reading/confidence/phrase-model.ts'
import type { CueCandidate } from './cue-candidates.ts'
import type { HedgeRow } from './hedge-rows.ts'
import { folds, foldsByText } from './measures.ts'
import { fit, logOdds, logistic, type FitSettings, type Weights } from './noisy-or.ts'

/** What the contextual and the semantic model share: how they are fitted, and how their weights are written down. */

const RIDGE = 0.02

const SETTINGS: FitSettings = {
  epochs: 12,
  rate: 0.15,
  ridge: (feature) =>
    /^(phrase|trait)\|/.test(feature) ? RIDGE * 0.3 : feature.startsWith('scientific|') ? RIDGE * 0.6 : RIDGE,
}

/** From which probability on a candidate counts, in scientific sentences and in others. */
export interface Thresholds {
  readonly scientific: number
  readonly other: number
}

/** `lean`: what is added to the candidate's log-odds. */
export const passes = (
  weights: Weights,
  candidate: CueCandidate,
  thresholds: Thresholds,
  lean = 0,
): boolean =>
  logistic(logOdds(weights, candidate) + lean) >=
  (candidate.scientific ? thresholds.scientific : thresholds.other)

/** Fits on rows in a fixed, mixed order. */
export const fitRows = (rows: readonly HedgeRow[]): Weights =>
  fit(
    folds(rows.length, 1)[0]!.map((i) => rows[i]!),
    SETTINGS,
  )

/** The model for each row that was fitted without its fold. The same sentence in two corpora is in one fold. */
export function fittedWithout<Model>(
  rows: readonly HedgeRow[],
  fitFor: (rows: HedgeRow[], indexes: readonly number[]) => Model,
): Model[] {
  const without = new Array<Model>(rows.length)
  for (const fold of foldsByText(
    rows.map((row) => row.text),
    5,
  )) {
    const held = new Set(fold)
    const train = rows.map((_, i) => i).filter((i) => !held.has(i))
    const model = fitFor(
      train.map((i) => rows[i]!),
      train,
    )
    for (const i of fold) without[i] = model
  }
  return without
}

/** A model's weights as its file holds them, `prior` being the log-odds of a candidate before any data. */
export function weightsFile(
  rows: readonly HedgeRow[],
  weights: Weights,
  thresholds: Thresholds,
  isWeighed: (candidate: CueCandidate) => boolean,
): ModelWeights {
  return {
    threshold: thresholds.other,
    scientificThreshold: thresholds.scientific,
    traits: grouped(weights, 'trait'),
    before: grouped(weights, 'before'),
    after: grouped(weights, 'after'),
    phrases: phraseWeights(rows, weights, isWeighed),
  }
}

/** Weights of one kind of feature by the word or trait they weigh, sorted, too small ones left out. */
function grouped(weights: Weights, kind: string): Record<string, number> {
  const mine = [...weights]
    .filter(([feature]) => feature.startsWith(`${kind}|`))
    .map(([feature, w]): [string, number] => [feature.slice(kind.length + 1), rounded(w)])
  return Object.fromEntries(mine.filter(([, w]) => Math.abs(w) >= 0.05).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function phraseWeights(
  rows: readonly HedgeRow[],
  weights: Weights,
  isWeighed: (candidate: CueCandidate) => boolean,
): Record<string, PhraseWeights> {
  const candidates = rows.flatMap((row) => row.candidates).filter(isWeighed)
  const notations = [
    ...new Map(
      candidates.filter((c) => weights.has(`phrase|${c.notation}`)).map((c) => [c.notation, c.prior]),
    ),
  ]
  return Object.fromEntries(
    notations
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([notation, prior]) => [notation, weightsOf(notation, prior, weights)]),
  )
}

function weightsOf(notation: string, prior: number, weights: Weights): PhraseWeights {
  const scientific = rounded(weights.get(`scientific|${notation}`) ?? 0)
  const before = grouped(weights, `phrase-before|${notation}`)
  const after = grouped(weights, `phrase-after|${notation}`)
  return {
    base: rounded(prior + (weights.get(`phrase|${notation}`) ?? 0)),
    ...(scientific === 0 ? {} : { scientific }),
    ...(Object.keys(before).length === 0 ? {} : { before }),
    ...(Object.keys(after).length === 0 ? {} : { after }),
  }
}

const rounded = (x: number): number => Math.round(x * 100) / 100
