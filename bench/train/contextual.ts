import type { ContextualWeights, PhraseWeights } from '../../src/reading/confidence/contextual-model.ts'
import { conll, szeged, type Labelled } from './corpora.ts'
import { cueCandidates, type CueCandidate } from './cue-candidates.ts'
import { folds, scores, type Scores } from './measures.ts'
import { fit, logistic, logOdds, type Example, type FitSettings, type Weights } from './noisy-or.ts'
import { learnWords } from './texts.ts'

/** Trains the weights that say which contextual phrases are cues, and measures them by cross-validation. */

interface Row extends Example {
  readonly set: string
  readonly candidates: readonly CueCandidate[]
}

/** How often a feature must occur to be weighed at all. */
const LEAST: Readonly<Record<string, number>> = {
  phrase: 3,
  scientific: 5,
  trait: 1,
  before: 10,
  after: 10,
  'phrase-before': 8,
  'phrase-after': 8,
}

const RIDGE = 0.02
const THRESHOLD = 0.25

const SETTINGS: FitSettings = {
  epochs: 12,
  rate: 0.15,
  ridge: (feature) =>
    /^(phrase|trait)\|/.test(feature) ? RIDGE * 0.3 : feature.startsWith('scientific|') ? RIDGE * 0.6 : RIDGE,
}

/** Cross-validated scores on each part of the hedge corpora. */
export function crossValidateCues(): Record<string, Scores> {
  const rows = readRows()
  const predicted = new Array<boolean>(rows.length).fill(false)
  for (const fold of folds(rows.length, 5)) {
    const held = new Set(fold)
    const weights = fit(
      inOrder(rows)
        .filter((i) => !held.has(i))
        .map((i) => rows[i]!),
      SETTINGS,
    )
    for (const i of fold) predicted[i] = isUncertain(weights, rows[i]!.candidates)
  }
  return Object.fromEntries(
    [...new Set(rows.map((r) => r.set))].map((set) => [set, scoresOf(rows, predicted, set)]),
  )
}

/** Fits on everything and returns the weights as the file holds them. */
export function trainCues(): ContextualWeights & { readonly source: string; readonly licence: string } {
  const rows = readRows()
  const weights = fit(
    inOrder(rows).map((i) => rows[i]!),
    SETTINGS,
  )
  return {
    source:
      'Trained on the biology and Wikipedia parts of the CoNLL-2010 hedge corpus and on the Szeged BMC corpus (bench/train/contextual.ts)',
    licence: 'BioScope CC BY; Wikipedia part CC BY-SA',
    threshold: THRESHOLD,
    traits: grouped(weights, 'trait'),
    before: grouped(weights, 'before'),
    after: grouped(weights, 'after'),
    phrases: phraseWeights(rows, weights),
  }
}

function readRows(): Row[] {
  const sets: [string, Labelled[], number][] = [
    ['biology', conll('bio-train.tsv'), 1],
    ['wikipedia', conll('wiki-train-subset.tsv'), 1],
    ['bmc', szeged('bio_bmc.jsonl'), 0.5],
  ]
  for (const [, rows] of sets) for (const row of rows) learnWords(row.text)
  const rows = sets.flatMap(([set, labelled, weight]) =>
    labelled.map(({ text, positive }) => ({ set, positive, weight, candidates: cueCandidates(text) })),
  )
  const frequent = frequentFeatures(rows)
  return rows.map((row) => ({
    ...row,
    candidates: row.candidates.map((c) => ({ ...c, features: c.features.filter((f) => frequent.has(f)) })),
  }))
}

function frequentFeatures(rows: readonly Row[]): Set<string> {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const feature of new Set(row.candidates.flatMap((c) => c.features)))
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return new Set(
    [...counts]
      .filter(([feature, n]) => n >= LEAST[feature.slice(0, feature.indexOf('|'))]!)
      .map(([feature]) => feature),
  )
}

/** The order of training: mixed, and the same on every run. */
const inOrder = (rows: readonly Row[]): number[] => folds(rows.length, 1)[0]!

const isUncertain = (weights: Weights, candidates: readonly CueCandidate[]): boolean =>
  candidates.some((c) => c.sure || (c.contextual && logistic(logOdds(weights, c)) >= THRESHOLD))

function scoresOf(rows: readonly Row[], predicted: readonly boolean[], set: string): Scores {
  const mine = rows.map((_, i) => i).filter((i) => rows[i]!.set === set)
  return scores(
    mine.map((i) => rows[i]!.positive),
    mine.map((i) => predicted[i]!),
  )
}

/** Weights of one kind of feature by the word or trait they weigh, sorted, too small ones left out. */
function grouped(weights: Weights, kind: string): Record<string, number> {
  const mine = [...weights]
    .filter(([feature]) => feature.startsWith(`${kind}|`))
    .map(([feature, w]): [string, number] => [feature.slice(kind.length + 1), rounded(w)])
  return Object.fromEntries(mine.filter(([, w]) => Math.abs(w) >= 0.05).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function phraseWeights(rows: readonly Row[], weights: Weights): Record<string, PhraseWeights> {
  const contextual = rows.flatMap((row) => row.candidates).filter((c) => c.contextual)
  const notations = [
    ...new Map(
      contextual.filter((c) => weights.has(`phrase|${c.notation}`)).map((c) => [c.notation, c.prior]),
    ),
  ]
  return Object.fromEntries(
    notations
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([notation, prior]) => [notation, weightsOf(notation, prior, weights)]),
  )
}

function weightsOf(notation: string, prior: number, weights: Weights): PhraseWeights {
  const scientific = rounded(weights.get(`scientific|${notation}`) ?? 0)
  const before = grouped(weights, `phrase-before|${notation}`)
  const after = grouped(weights, `phrase-after|${notation}`)
  return {
    base: rounded(prior + (weights.get(`phrase|${notation}`) ?? 0)),
    ...(scientific === 0 ? {} : { scientific }),
    ...(Object.keys(before).length === 0 ? {} : { before }),
    ...(Object.keys(after).length === 0 ? {} : { after }),
  }
}

const rounded = (x: number): number => Math.round(x * 100) / 100
