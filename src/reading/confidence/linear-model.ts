import { readData } from './read-data.ts'
import { intern, vocabularySize } from './vocabulary.ts'

/** A linear model as its file holds it: a weight for each word or made-up word. */
export interface LinearWeights {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/** `weights` by word id; ids past its end weigh nothing. */
export interface LinearModel {
  readonly bias: number
  readonly weights: Float64Array
}

/** Loads the weights of a file beside this module. */
export function loadLinear(name: string): LinearModel {
  const file = readData(name) as LinearWeights
  const words = Object.keys(file.weights)
  const ids = words.map(intern)
  const weights = new Float64Array(vocabularySize())
  ids.forEach((id, i) => {
    weights[id] = file.weights[words[i] ?? ''] ?? 0
  })
  return { bias: file.bias, weights }
}

/** The model's sum for a set of features, by their ids. */
export function linearSum({ bias, weights }: LinearModel, features: readonly number[]): number {
  let sum = bias
  for (const id of features) if (id < weights.length) sum += weights[id] ?? 0
  return sum
}
