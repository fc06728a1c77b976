import { readFileSync } from 'node:fs'
import { LABELS } from './labels.ts'
import { JOINTS } from './pairs.ts'

/** The weights of the linear chain: for each feature a score per label, for each joint between words a matrix (before × after). */
export interface PartModel {
  readonly features: ReadonlyMap<string, Float64Array>
  readonly steps: readonly Float64Array[]
}

/**
 * The weights as their file holds them: for each feature "label weight label weight …", for each joint "before after weight …",
 * labels that are not named weighing nothing.
 */
export interface PartWeights {
  readonly source: string
  readonly licence: string
  readonly features: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, string>>
}

let shipped: PartModel | undefined

/** The model that ships with the program, loaded when it is first needed. */
export const shippedModel = (): PartModel =>
  (shipped ??= modelOf(
    JSON.parse(readFileSync(new URL('./part-weights.json', import.meta.url), 'utf8')) as PartWeights,
  ))

const L = LABELS.length
const indexes = new Map<string, number>(LABELS.map((label, i) => [label, i]))

export function modelOf(weights: PartWeights): PartModel {
  const features = new Map<string, Float64Array>()
  for (const [name, listed] of Object.entries(weights.features)) {
    const scores = new Float64Array(L)
    const words = listed.split(' ')
    for (let i = 0; i + 1 < words.length; i += 2) scores[indexOf(words[i])] = Number(words[i + 1])
    features.set(name, scores)
  }
  const steps = Array.from({ length: JOINTS }, (_, joint) => stepOf(weights.steps[joint] ?? ''))
  return { features, steps }
}

function stepOf(listed: string): Float64Array {
  const matrix = new Float64Array(L * L)
  const words = listed.split(' ')
  for (let i = 0; i + 2 < words.length; i += 3)
    matrix[indexOf(words[i]) * L + indexOf(words[i + 1])] = Number(words[i + 2])
  return matrix
}

const indexOf = (label = ''): number => indexes.get(label) ?? 0
