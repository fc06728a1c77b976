import { CHECKWORTHY_FROM } from '../../src/reading/confidence/checkworthiness.ts'
import { chanceOf } from './checkworthiness.ts'
import { debates, type Labelled } from './corpora.ts'
import { fitLogistic, type WordExample } from './logistic-regression.ts'
import { chanceFor, scores, type Scores } from './measures.ts'

/** What check-worthiness is measured against, on the debates' dev-test part: neither baseline has ever been tuned there. */

/** Logistic regression over runs of one to three words, as they stand, with the settings and threshold of our own model. */
export function wordRunsBaseline(): Scores {
  const model = fitLogistic(debates('train').map(wordRuns), { epochs: 15, rate: 1, ridge: 0.003, least: 2 })
  return scoresOn(debates('dev-test'), (row) => chanceOf(model, wordRuns(row)) >= CHECKWORTHY_FROM)
}

/** A guess for each sentence, positive as often as sentences of the train part are. */
export function randomBaseline(): Scores {
  const train = debates('train')
  const share = train.filter((row) => row.positive).length / train.length
  return scoresOn(debates('dev-test'), (_, i) => chanceFor(i) < share)
}

function wordRuns({ text, positive }: Labelled): WordExample {
  const words = ['<start>', ...(text.toLowerCase().match(/[\p{L}\p{N}']+|[^\s]/gu) ?? []), '<end>']
  const runs = [1, 2, 3].flatMap((n) => words.map((_, i) => words.slice(i, i + n).join(' ')))
  const features = [...new Set(runs)]
  return { features, positive, scale: 1 / Math.sqrt(words.length) }
}

const scoresOn = (rows: readonly Labelled[], isPositive: (row: Labelled, index: number) => boolean): Scores =>
  scores(
    rows.map((row) => row.positive),
    rows.map(isPositive),
  )
