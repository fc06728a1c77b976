import { haveCorpora } from '../train/corpora.ts'
import { randomBaseline, wordRunsBaseline } from '../train/baselines.ts'
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
    ...rows('checkworthy').map(debate),
    ...(haveCorpora ? baselines() : []),
    ...segmentations(),
  ]
}

const rows = (task: string): [string, ScoredRow][] => Object.entries(score(task, GRADE, 'sentences'))

function debate([name, row]: [string, ScoredRow]): Figure {
  const figure = { name: `check-worthy ${name}`, value: row['f1'] ?? 0 }
  if (name.includes('train')) return { ...figure, unit: 'F1, on the training data' }
  const unit = 'F1, neither trained nor tuned on'
  return name.includes('dev-test') ? { ...figure, target: 0.75, unit } : { ...figure, unit }
}

const baselines = (): Figure[] => [
  { name: 'check-worthy dev-test, by runs of words', value: wordRunsBaseline().f1, unit: 'F1, baseline' },
  { name: 'check-worthy dev-test, at random', value: randomBaseline().f1, unit: 'F1, baseline' },
]

/** English by itself, the other languages each and together. */
function segmentations(): Figure[] {
  const all = rows('segmentation')
  const others = all.filter(([name]) => !isEnglish(name)).map(([, row]) => row)
  const total = (key: string): number => others.reduce((sum, row) => sum + (row[key] ?? 0), 0)
  return [
    ...all.map(segmentation),
    {
      name: 'segmentation, other languages',
      value: total('right') / Math.max(1, total('n')),
      target: 0.8,
      unit: `of ${total('n')} right`,
    },
  ]
}

const isEnglish = (name: string): boolean => name.endsWith('english.jsonl')

function segmentation([name, row]: [string, ScoredRow]): Figure {
  const figure = { name: `segmentation ${name}`, value: row['right'] ?? 0, unit: `of ${row['n'] ?? 0} right` }
  return isEnglish(name) ? { ...figure, target: 50 } : figure
}
