import { crossValidatedChances, examplesOf } from './checkworthiness.ts'
import { debates, haveCorpora } from './corpora.ts'
import type { LogisticSettings } from './logistic-regression.ts'
import { scores } from './measures.ts'

/**
 * Chooses the settings of check-worthiness (`npx tsx bench/train/choose-checkworthiness.ts`): F1 of each by cross-validation on
 * the train part of the debates, at several thresholds. Looks at no other part.
 */

const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4]

const GRID: readonly LogisticSettings[] = [3, 4].flatMap((least) =>
  [0.5, 1, 2].flatMap((rate) => [0.0003, 0.001, 0.003].map((ridge) => ({ epochs: 15, rate, ridge, least }))),
)

function tryAll(): void {
  const rows = debates('train')
  const examples = examplesOf(rows)
  const truth = rows.map((row) => row.positive)
  for (const settings of GRID) {
    const chances = crossValidatedChances(rows, examples, settings)
    const f1 = THRESHOLDS.map((from) => {
      const { f1 } = scores(
        truth,
        chances.map((chance) => chance >= from),
      )
      return `${from}: ${f1.toFixed(4)}`
    })
    console.log(JSON.stringify(settings), f1.join('  '))
  }
}

if (haveCorpora) tryAll()
else console.log('skipped: no corpora beside the project')
