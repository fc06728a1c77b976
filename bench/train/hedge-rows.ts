import { conll, szeged, type Labelled } from './corpora.ts'
import { cueCandidates, type CueCandidate } from './cue-candidates.ts'
import type { Example } from './noisy-or.ts'
import { learnWords } from './texts.ts'

export type HedgeSet = 'biology' | 'wikipedia' | 'bmc' | 'semantic'

/** A labelled sentence of a hedge corpus with its candidate cues. */
export interface HedgeRow extends Example {
  readonly set: HedgeSet
  readonly text: string
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

/** BMC's sentences count half: they are few, and labelled by another rule than the biology part of CoNLL-2010. */
const WEIGHT: Readonly<Record<HedgeSet, number>> = { biology: 1, wikipedia: 1, bmc: 0.5, semantic: 1 }

/** The sentences of these corpora with their candidates; features too rare to be weighed are left out. */
export function hedgeRows(sets: readonly HedgeSet[]): HedgeRow[] {
  const labelled = sets.map((set) => [set, sentencesOf(set)] as const)
  for (const [, rows] of labelled) for (const row of rows) learnWords(row.text)
  const rows = labelled.flatMap(([set, rows]) =>
    rows.map(({ text, positive }) => ({
      set,
      text,
      positive,
      weight: WEIGHT[set],
      candidates: cueCandidates(text),
    })),
  )
  const frequent = frequentFeatures(rows)
  return rows.map((row) => ({
    ...row,
    candidates: row.candidates.map((c) => ({ ...c, features: c.features.filter((f) => frequent.has(f)) })),
  }))
}

function sentencesOf(set: HedgeSet): Labelled[] {
  if (set === 'biology') return conll('bio-train.tsv')
  if (set === 'wikipedia') return conll('wiki-train-subset.tsv')
  return szeged(set === 'bmc' ? 'bio_bmc.jsonl' : 'wiki.visible.jsonl')
}

function frequentFeatures(rows: readonly HedgeRow[]): Set<string> {
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
