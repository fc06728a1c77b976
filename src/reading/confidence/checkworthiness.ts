import type { Checkworthiness } from '../document.ts'
import { linearSum, loadLinear } from './linear-model.ts'

const model = loadLinear('checkworthiness-weights.json')

/** From this probability on a sentence is labelled check-worthy; where F1 is best in cross-validation on the training data. */
export const CHECKWORTHY_FROM = 0.3

/**
 * How worthwhile checking a sentence is, for ordering a desk's work: the probability, 0–1, that fact-checkers of political
 * debates would pick it. It says nothing of whether the sentence is true. `length`: tokens of the sentence; in a longer one
 * each word counts for less.
 */
export function checkworthiness(features: readonly number[], length: number): Checkworthiness {
  const words = linearSum(model, features) - model.bias
  const score = 1 / (1 + Math.exp(-(model.bias + words / Math.sqrt(Math.max(1, length)))))
  return { score: Math.round(score * 1000) / 1000, label: score >= CHECKWORTHY_FROM }
}
