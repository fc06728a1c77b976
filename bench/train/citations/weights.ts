import { LABELS } from '../../../src/reading/citations/parts/labels.ts'
import type { PartWeights } from '../../../src/reading/citations/parts/part-model.ts'
import { OFFSETS } from '../../../src/reading/citations/parts/word-features.ts'
import { labelledReferences, type LabelledReference } from './corpus.ts'
import { trainChain } from './train.ts'

/** Smaller weights change next to nothing and would make the file twice as long. */
const LEAST_WEIGHT = 0.06

/** Weights as they ship: rounded, the smallest left out. By default trained on the whole corpus. */
export function trainParts(references: readonly LabelledReference[] = labelledReferences()): PartWeights {
  const { features, steps } = trainChain(references)
  const rows = [...features]
    .map(([name, scores]) => [name, listed(scores, (i) => LABELS[i] ?? '')] as const)
    .filter(([, scores]) => scores !== '')
  return {
    source:
      'Trained on the AnyStyle core data set of 1,514 labelled references, copyright 2011-2023 Sylvester Keil (bench/train/citations)',
    licence: 'BSD-2-Clause',
    words: byWord(rows),
    features: sorted(rows.filter(([name]) => !ofWord.test(name))),
    steps: Object.fromEntries(
      steps.map((step, joint) => [joint, listed(step, nameOfStep)]).filter(([, scores]) => scores !== ''),
    ) as Record<string, string>,
  }
}

type Row = readonly [name: string, scores: string]

/** Offset and name of a feature of a word; the names of pairs begin with a digit and "b". */
const ofWord = /^(-?\d)(?!b)(.+)$/

/** The features of words, each with its scores at every offset: "-1: author 0.3; 0: title -1.2". */
function byWord(rows: readonly Row[]): Record<string, string> {
  const words = new Map<string, string[]>()
  for (const offset of OFFSETS)
    for (const [name, scores] of rows) {
      const [, own, feature = ''] = ofWord.exec(name) ?? []
      if (own === String(offset)) words.set(feature, [...(words.get(feature) ?? []), `${offset}: ${scores}`])
    }
  return sorted([...words].map(([feature, scores]) => [feature, scores.join('; ')] as const))
}

const sorted = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))

const nameOfStep = (i: number): string =>
  `${LABELS[Math.floor(i / LABELS.length)] ?? ''} ${LABELS[i % LABELS.length] ?? ''}`

/** "author 0.3 title -1.2" */
const listed = (scores: Float64Array, nameOf: (i: number) => string): string =>
  [...scores]
    .map((weight, i) => [nameOf(i), Math.round(weight * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .map(([name, weight]) => `${name} ${weight}`)
    .join(' ')
