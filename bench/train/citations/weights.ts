import { LABELS } from '../../../src/reading/citations/parts/labels.ts'
import type { PartWeights } from '../../../src/reading/citations/parts/part-model.ts'
import { labelledReferences, type LabelledReference } from './corpus.ts'
import { trainChain } from './train.ts'

/** Smaller weights change next to nothing and would make the file twice as long. */
const LEAST_WEIGHT = 0.06

/** Weights as they ship: rounded, the smallest left out. By default trained on the whole corpus. */
export function trainParts(references: readonly LabelledReference[] = labelledReferences()): PartWeights {
  const { features, steps } = trainChain(references)
  return {
    source:
      'Trained on the AnyStyle core data set of 1,514 labelled references, copyright 2011-2023 Sylvester Keil (bench/train/citations)',
    licence: 'BSD-2-Clause',
    features: Object.fromEntries(
      [...features]
        .map(([name, scores]) => [name, listed(scores, (i) => LABELS[i] ?? '')] as const)
        .filter(([, scores]) => scores !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    steps: Object.fromEntries(
      steps.map((step, joint) => [joint, listed(step, nameOfStep)]).filter(([, scores]) => scores !== ''),
    ) as Record<string, string>,
  }
}

const nameOfStep = (i: number): string =>
  `${LABELS[Math.floor(i / LABELS.length)] ?? ''} ${LABELS[i % LABELS.length] ?? ''}`

/** "author 0.3 title -1.2" */
const listed = (scores: Float64Array, nameOf: (i: number) => string): string =>
  [...scores]
    .map((weight, i) => [nameOf(i), Math.round(weight * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .map(([name, weight]) => `${name} ${weight}`)
    .join(' ')
