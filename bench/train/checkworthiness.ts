import { CHECKWORTHY_FROM } from '../../src/reading/confidence/checkworthiness.ts'
import type { LinearWeights } from '../../src/reading/confidence/linear-model.ts'
import { sentenceFeatures } from '../../src/reading/confidence/sentence-features.ts'
import { debates, type Labelled } from './corpora.ts'
import { folds, scores, type Scores } from './measures.ts'
import { anyOf, fit, type Example, type FitSettings, type Weights } from './noisy-or.ts'
import { learnWord, learnWords, nameOf, tokensOf } from './texts.ts'

/** Trains the weights of check-worthiness on the debates' train part, and measures them there by cross-validation. */

const LEAST = 4
const SETTINGS: FitSettings = {
  epochs: 5,
  rate: 0.06,
  ridge: (feature) => (feature === BIAS ? 0 : 0.01),
}
const BIAS = '<bias>'

/** Cross-validated scores on the train part (4 folds). */
export function crossValidateCheckworthiness(): Scores {
  const rows = examples(debates('train'))
  const predicted = new Array<boolean>(rows.length).fill(false)
  for (const fold of folds(rows.length, 4)) {
    const held = new Set(fold)
    const weights = fit(
      order(rows)
        .filter((i) => !held.has(i))
        .map((i) => rows[i]!),
      SETTINGS,
    )
    for (const i of fold) predicted[i] = anyOf(weights, rows[i]!.candidates) >= CHECKWORTHY_FROM
  }
  return scores(
    rows.map((row) => row.positive),
    predicted,
  )
}

export function trainCheckworthiness(): LinearWeights & {
  readonly source: string
  readonly licence: string
} {
  const rows = examples(debates('train'))
  const weights = fit(
    order(rows).map((i) => rows[i]!),
    SETTINGS,
  )
  return {
    source:
      'Trained on the English train part of CheckThat! 2024 task 1, from ClaimBuster (bench/train/checkworthiness.ts)',
    licence: 'CC BY 4.0',
    bias: rounded(weights.get(BIAS) ?? 0),
    weights: sorted(weights),
  }
}

const order = (rows: readonly Example[]): number[] => folds(rows.length, 1)[0]!

/** Each sentence as a lone candidate: the noisy-or of one unit is plain logistic regression. */
function examples(rows: readonly Labelled[]): Example[] {
  for (const { text } of rows) learnWords(text)
  learnShapes()
  const named = rows.map(({ text }) => sentenceFeatures(tokensOf(text)).map(nameOf).filter(Boolean))
  const counts = new Map<string, number>()
  for (const feature of named.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return named.map((features, i) => ({
    positive: rows[i]!.positive,
    weight: 1,
    candidates: [{ prior: 0, features: [BIAS, ...features.filter((f) => counts.get(f)! >= LEAST)] }],
  }))
}

/** Names the made-up words of length, numbers and capitals. */
export function learnShapes(): void {
  for (const kind of ['length', 'numbers', 'capitals'])
    for (let step = 0; step < 10; step++) learnWord(`<${kind} ${step}>`)
}

const sorted = (weights: Weights): Record<string, number> =>
  Object.fromEntries(
    [...weights]
      .filter(([feature, weight]) => feature !== BIAS && Math.abs(weight) >= 0.03)
      .map(([feature, weight]): [string, number] => [feature, rounded(weight)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const rounded = (x: number): number => Math.round(x * 100) / 100
