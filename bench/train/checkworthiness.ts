import type { LinearWeights } from '../../src/reading/confidence/linear-model.ts'
import { CHECKWORTHY_FROM } from '../../src/reading/confidence/checkworthiness.ts'
import { sentenceFeatures } from '../../src/reading/confidence/sentence-features.ts'
import { debates, type Labelled } from './corpora.ts'
import {
  fitLogistic,
  logOddsOf,
  type LogisticModel,
  type LogisticSettings,
  type WordExample,
} from './logistic-regression.ts'
import { foldsByText, scores, type Scores } from './measures.ts'
import { learnWord, learnWords, nameOf, tokensOf } from './texts.ts'

/** Trains the weights of check-worthiness on the debates' train part, and measures them there by cross-validation. */

/** Chosen by cross-validation on the train part alone (choose-checkworthiness.ts), then frozen. */
const SETTINGS: LogisticSettings = { epochs: 15, rate: 1, ridge: 0.003, least: 4 }

/** Cross-validated scores on the train part. */
export function crossValidateCheckworthiness(): Scores {
  const rows = debates('train')
  const chances = crossValidatedChances(rows, examplesOf(rows), SETTINGS)
  return scores(
    rows.map((row) => row.positive),
    chances.map((chance) => chance >= CHECKWORTHY_FROM),
  )
}

export function trainCheckworthiness(): LinearWeights & {
  readonly source: string
  readonly licence: string
} {
  const { bias, weights } = fitLogistic(examplesOf(debates('train')), SETTINGS)
  return {
    source:
      'Trained on the English train part of CheckThat! 2024 task 1, from ClaimBuster (bench/train/checkworthiness.ts)',
    licence: 'CC BY 4.0',
    bias: rounded(bias),
    weights: sorted(weights),
  }
}

/** The chance of each row by a model that was fitted without its fold (4 folds, the same text always in one). */
export function crossValidatedChances(
  rows: readonly Labelled[],
  examples: readonly WordExample[],
  settings: LogisticSettings,
): number[] {
  const chances = new Array<number>(rows.length).fill(0)
  for (const fold of foldsByText(
    rows.map((row) => row.text),
    4,
  )) {
    const held = new Set(fold)
    const model = fitLogistic(
      examples.filter((_, i) => !held.has(i)),
      settings,
    )
    for (const i of fold) chances[i] = chanceOf(model, examples[i]!)
  }
  return chances
}

export const chanceOf = (model: LogisticModel, example: WordExample): number =>
  1 / (1 + Math.exp(-logOddsOf(model, example)))

/** Each sentence as the program sees it: its distinct words, its length, numbers and capitals. */
export function examplesOf(rows: readonly Labelled[]): WordExample[] {
  for (const { text } of rows) learnWords(text)
  learnShapes()
  return rows.map(({ text, positive }) => {
    const tokens = tokensOf(text)
    const features = sentenceFeatures(tokens).map(nameOf).filter(Boolean)
    return { features, positive, scale: 1 / Math.sqrt(Math.max(1, tokens.ids.length)) }
  })
}

/** Names the made-up words of length, numbers and capitals. */
export function learnShapes(): void {
  for (const kind of ['length', 'numbers', 'capitals'])
    for (let step = 0; step < 10; step++) learnWord(`<${kind} ${step}>`)
}

const sorted = (weights: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) >= 0.05)
      .map(([feature, weight]): [string, number] => [feature, rounded(weight)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const rounded = (x: number): number => Math.round(x * 100) / 100
