import { readFileSync } from 'node:fs'
import { LABELS } from './labels.ts'
import { JOINTS } from './pairs.ts'
import { labelIndex, readRows, readScores, ScoreTable } from './score-table.ts'
import { OFFSETS } from './word-features.ts'

/**
 * The weights of the linear chain. `words`: for each feature of a word the scores of the labels of the words around it, `[i·L + y]`
 * for label y of the word that has it `OFFSETS[i]` words away. `features`: of pairs and states, a score per label. `steps`: for
 * each joint between words a matrix (before × after).
 */
export interface PartModel {
  readonly words: ScoreTable
  readonly features: ScoreTable
  readonly steps: readonly Float64Array[]
}

/**
 * The weights as their file holds them: "offset: label weight label weight …; offset: …" for the features of words, "label weight …"
 * for those of pairs and states, "before after weight …" for each joint. Labels that are not named weigh nothing.
 */
export interface PartWeights {
  readonly source: string
  readonly licence: string
  readonly words: Readonly<Record<string, string>>
  readonly features: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, string>>
}

let shipped: PartModel | undefined

/** The model that ships with the program, loaded when it is first needed. */
export const shippedModel = (): PartModel =>
  (shipped ??= modelOf(
    JSON.parse(readFileSync(new URL('./part-weights.json', import.meta.url), 'utf8')) as PartWeights,
  ))

export const modelOf = ({ words, features, steps }: PartWeights): PartModel => ({
  words: new ScoreTable(words, (listed) => readRows(listed, OFFSETS)),
  features: new ScoreTable(features, readScores),
  steps: Array.from({ length: JOINTS }, (_, joint) => readStep(steps[joint] ?? '')),
})

const L = LABELS.length

function readStep(listed: string): Float64Array {
  const matrix = new Float64Array(L * L)
  const words = listed.split(' ')
  for (let i = 0; i + 2 < words.length; i += 3)
    matrix[labelIndex(words[i]) * L + labelIndex(words[i + 1])] = Number(words[i + 2])
  return matrix
}
