import type { LinearWeights } from '../../src/reading/confidence/linear-model.ts'
import { CAPITAL } from '../../src/reading/confidence/tokens.ts'
import { hedgeRows } from './hedge-rows.ts'
import { fitLogistic, logOddsOf, type LogisticModel, type WordExample } from './logistic-regression.ts'
import { nameOf, tokensOf } from './texts.ts'

/** Trains the weights that tell, from all its words, how readily readers of an encyclopedia call a sentence loose. */

const SETTINGS = { epochs: 15, rate: 0.3, ridge: 0.003, least: 5 }

/** Added to the log-odds, so that they shift a sentence of usual looseness nowhere. */
const USUAL = 0.9

/** A sentence by its words. Words that open with a capital are left out: names are matter, not manner. */
export function wordsExample(text: string, positive: boolean): WordExample {
  const tokens = tokensOf(text)
  const words = tokens.ids.filter((_, at) => at === 0 || ((tokens.flags[at] ?? 0) & CAPITAL) === 0)
  const features = [...new Set(words.map(nameOf).filter(Boolean))]
  return { features, scale: 1 / Math.sqrt(Math.max(1, tokens.ids.length)), positive }
}

export const fitLooseness = (examples: readonly WordExample[]): LogisticModel =>
  fitLogistic(examples, SETTINGS)

/** What a sentence's words add to the log-odds of each of its contextual phrases. */
export const leaning = (model: LogisticModel, example: WordExample): number =>
  logOddsOf(model, example) + USUAL

/** Fits on the Wikipedia part of CoNLL-2010 and returns the weights as the file holds them. */
export function trainLooseness(): LinearWeights & { readonly source: string; readonly licence: string } {
  const { bias, weights } = fitLooseness(
    hedgeRows(['wikipedia']).map(({ text, positive }) => wordsExample(text, positive)),
  )
  const kept = [...weights]
    .map(([word, weight]): [string, number] => [word, Math.round(weight * 100) / 100])
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
  return {
    source: 'Trained on the Wikipedia part of the CoNLL-2010 hedge corpus (bench/train/looseness.ts)',
    licence: 'CC BY-SA',
    bias: Math.round((bias + USUAL) * 100) / 100,
    weights: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
