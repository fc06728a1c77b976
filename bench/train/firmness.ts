import { findCues } from '../../src/reading/confidence/cues.ts'
import { firmnessFeatures } from '../../src/reading/confidence/firmness.ts'
import { certaintyAfter, levelOf } from '../../src/reading/confidence/level.ts'
import type { LinearWeights } from '../../src/reading/confidence/linear-model.ts'
import { wordsOf } from '../../src/reading/confidence/phrases.ts'
import { readData } from '../../src/reading/confidence/read-data.ts'
import { isScientificWord } from '../../src/reading/confidence/scientific.ts'
import { sentenceFeatures } from '../../src/reading/confidence/sentence-features.ts'
import { intern } from '../../src/reading/confidence/vocabulary.ts'
import { findings } from './corpora.ts'
import { learnShapes } from './checkworthiness.ts'
import { folds, spearman } from './measures.ts'
import { learnWord, learnWords, nameOf, tokensOf } from './texts.ts'

/** Trains the weights that shade a score inside its level, and measures the whole score by cross-validation. */

interface Row {
  readonly features: readonly string[]
  readonly band: number
  readonly certainty: number
}

const LEAST = 5
const RIDGE = 0.2
const EPOCHS = 60
const BAND = { low: 0, moderate: 1, high: 2 }

/** Spearman's correlation of cross-validated scores (10 folds) with the labels. */
export function crossValidateFirmness(): number {
  const rows = readRows()
  const scores = new Array<number>(rows.length).fill(0)
  for (const fold of folds(rows.length, 10)) {
    const held = new Set(fold)
    const fitted = fitRidge(
      folds(rows.length, 1)[0]!
        .filter((i) => !held.has(i))
        .map((i) => rows[i]!),
    )
    for (const i of fold) scores[i] = rows[i]!.band * 100 + predict(fitted, rows[i]!.features)
  }
  return spearman(
    scores,
    rows.map((row) => row.certainty),
  )
}

export function trainFirmness(): LinearWeights & { readonly source: string; readonly licence: string } {
  const rows = readRows()
  const { bias, weights } = fitRidge(folds(rows.length, 1)[0]!.map((i) => rows[i]!))
  const kept = [...weights]
    .map(([name, w]): [string, number] => [name, rounded(w)])
    .filter(([, w]) => w !== 0)
  return {
    source:
      'Trained on the sentence-level certainty of scientific findings of Pei and Jurgens 2021 (bench/train/firmness.ts)',
    licence: 'MIT',
    bias: rounded(bias),
    weights: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Only words that a lexicon knows are weighed: the wording, not the subject. */
function readRows(): Row[] {
  for (const name of ['<low>', '<moderate>', '<high>', ...[0, 1, 2, 3].map((n) => `<cues ${n}>`)])
    learnWord(name)
  learnShapes()
  const known = lexiconWords()
  const all = findings()
  for (const { text } of all) learnWords(text)
  const named = all.map(({ text }) => rowOf(text, known))
  const counts = new Map<string, number>()
  for (const feature of named.flatMap((row) => row.features))
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return named.map((row, i) => ({
    ...row,
    features: row.features.filter((f) => counts.get(f)! >= LEAST),
    certainty: all[i]!.certainty,
  }))
}

/** The ids of the words of every lexicon, and of the made-up words. */
function lexiconWords(): Set<number> {
  const classes = Object.values(readData('word-classes.json') as Record<string, string>)
  const phrases = ['cues.json', 'contextual.json', 'likelihood.json', 'boosters.json'].flatMap((file) =>
    phrasesIn(readData(file)),
  )
  const shapes = ['length', 'numbers', 'capitals'].flatMap((kind) =>
    Array.from({ length: 10 }, (_, n) => `<${kind} ${n}>`),
  )
  return new Set(
    [...classes.flatMap((list) => list.split(' ')), ...phrases.flatMap(wordsOf), ...shapes, '#'].map(intern),
  )
}

/** Every phrase in a lexicon file: the keys of its tables and the items of its lists. */
const phrasesIn = (file: unknown): string[] =>
  Object.values(file as Record<string, unknown>).flatMap((part) =>
    Array.isArray(part)
      ? part.map(String)
      : typeof part === 'object' && part !== null
        ? Object.keys(part)
        : [],
  )

function rowOf(text: string, known: ReadonlySet<number>): Omit<Row, 'certainty'> {
  const tokens = tokensOf(text)
  const { cues } = findCues(tokens)
  const certainty = certaintyAfter(cues)
  const words = sentenceFeatures(tokens).filter((id) => known.has(id) && !isScientificWord(id))
  const ids = [...words, ...firmnessFeatures(certainty, cues.length)]
  return { features: ids.map(nameOf).filter(Boolean), band: BAND[levelOf(certainty)] }
}

interface Fitted {
  bias: number
  readonly weights: Map<string, number>
}

const predict = ({ bias, weights }: Fitted, features: readonly string[]): number =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias)

/** Ridge regression by stochastic descent with a falling rate. */
function fitRidge(rows: readonly Row[]): Fitted {
  const fitted: Fitted = { bias: rows.reduce((s, r) => s + r.certainty, 0) / rows.length, weights: new Map() }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = 0.05 / (1 + epoch * 0.1)
    for (const row of rows) descend(fitted, row, rate)
  }
  return fitted
}

function descend(fitted: Fitted, { features, certainty }: Row, rate: number): void {
  const error = predict(fitted, features) - certainty
  fitted.bias -= rate * 0.1 * error
  const step = (rate * error * 0.5) / Math.sqrt(Math.max(1, features.length))
  for (const feature of features)
    fitted.weights.set(feature, (fitted.weights.get(feature) ?? 0) * (1 - rate * RIDGE) - step)
}

const rounded = (x: number): number => Math.round(x * 1000) / 1000
