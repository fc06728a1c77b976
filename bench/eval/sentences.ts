import type { Figure } from './figure.ts'
import { score, type ScoredRow } from './scorer.ts'

const GRADE = './bin/stet grade'

/** Hedges, certainty, check-worthiness and sentence splitting, by `stet grade` on the visible corpora. */
export function sentenceFigures(): Figure[] {
  return [
    ...rows('hedges').map(([name, row]) => ({
      name: `hedges ${name}`,
      value: row['f1'] ?? 0,
      unit: 'F1, on the training data too',
    })),
    ...rows('certainty').map(([name, row]) => ({
      name: `certainty ${name}`,
      value: row['spearman'] ?? 0,
      unit: 'Spearman, on the training data too',
    })),
    ...rows('checkworthy').map(([name, row]) => ({
      name: `check-worthy ${name}`,
      value: row['f1'] ?? 0,
      unit: unitOfDebate(name),
    })),
    ...rows('segmentation').map(segmentation),
  ]
}

const rows = (task: string): [string, ScoredRow][] => Object.entries(score(task, GRADE, 'sentences'))

const unitOfDebate = (name: string): string =>
  name.includes('train')
    ? 'F1, on the training data'
    : 'F1, not trained on (settings were chosen with it in view)'

function segmentation([name, row]: [string, ScoredRow]): Figure {
  const figure = { name: `segmentation ${name}`, value: row['right'] ?? 0, unit: `of ${row['n'] ?? 0} right` }
  return name.endsWith('english.jsonl') ? { ...figure, target: 50 } : figure
}
