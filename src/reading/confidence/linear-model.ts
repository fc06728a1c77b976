import { readData } from './read-data.ts'
import { intern } from './vocabulary.ts'

/** A linear model as its file holds it: a weight for each word or made-up word. */
export interface LinearWeights {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

export interface LinearModel {
  readonly bias: number
  /** By word id; absent where the model has no weight. */
  readonly weights: readonly (number | undefined)[]
}

/** Loads the weights of a file beside this module. */
export function loadLinear(name: string): LinearModel {
  const file = readData(name) as LinearWeights
  const weights: number[] = []
  for (const [word, weight] of Object.entries(file.weights)) weights[intern(word)] = weight
  return { bias: file.bias, weights }
}

/** The model's sum for a set of features, by their ids. */
export function linearSum(model: LinearModel, features: readonly number[]): number {
  let sum = model.bias
  for (const id of features) sum += model.weights[id] ?? 0
  return sum
}
