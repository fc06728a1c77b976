import { readFileSync } from 'node:fs'
import { LABELS } from './labels.ts'
import { JOINTS } from './pairs.ts'

/** The weights of the linear chain: for each feature a score per label, for each joint between words a matrix (before × after). */
export interface PartModel {
  readonly features: ReadonlyMap<string, Float64Array>
  readonly steps: readonly Float64Array[]
}

/** The weights as their file holds them: for each label, "feature": weight; for each joint, "before after": weight. */
export interface PartWeights {
  readonly source: string
  readonly licence: string
  readonly features: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly steps: Readonly<Record<string, Readonly<Record<string, number>>>>
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
  for (const [name, byLabel] of Object.entries(weights.features)) {
    const scores = new Float64Array(L)
    for (const [label, weight] of Object.entries(byLabel)) scores[indexes.get(label) ?? 0] = weight
    features.set(name, scores)
  }
  const steps = Array.from({ length: JOINTS }, (_, joint) => {
    const matrix = new Float64Array(L * L)
    for (const [pair, weight] of Object.entries(weights.steps[joint] ?? {})) {
      const [before = '', after = ''] = pair.split(' ')
      matrix[(indexes.get(before) ?? 0) * L + (indexes.get(after) ?? 0)] = weight
    }
    return matrix
  })
  return { features, steps }
}
