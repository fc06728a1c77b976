import { LABELS } from './labels.ts'
import { wordKind } from './pairs.ts'
import type { ScoreTable } from './score-table.ts'
import { factsOf, type WordFacts } from './word-facts.ts'
import { nearFeatures, OFFSETS, ownFeatures } from './word-features.ts'

/** What a model needs to know of a word. `scores` as in `PartModel.words`, those of all its features added up. */
export interface SeenWord {
  readonly facts: WordFacts
  readonly kind: number
  readonly scores: Float64Array
}

const L = LABELS.length
const OWN = OFFSETS.indexOf(0)
/** Words that are kept: names and titles of one document come again and again. */
const MOST_KEPT = 20_000

/** Works out words, each once. */
export class SeenWords {
  private readonly kept = new Map<string, SeenWord>()

  constructor(private readonly table: ScoreTable) {}

  of(word: string): SeenWord {
    const known = this.kept.get(word)
    if (known) return known
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    const facts = factsOf(word)
    const seen = { facts, kind: wordKind(facts), scores: this.scoresOf(word) }
    this.kept.set(word, seen)
    return seen
  }

  private scoresOf(word: string): Float64Array {
    const scores = new Float64Array(OFFSETS.length * L)
    for (const name of nearFeatures(word)) add(scores, this.table.get(name), 0, scores.length)
    for (const name of ownFeatures(word)) add(scores, this.table.get(name), OWN * L, (OWN + 1) * L)
    return scores
  }
}

function add(scores: Float64Array, more: Float64Array | undefined, from: number, to: number): void {
  if (more) for (let i = from; i < to; i++) scores[i] = (scores[i] ?? 0) + (more[i] ?? 0)
}
