import { LABELS } from './labels.ts'
import { pairFeatures, pairOf, wordKind } from './pairs.ts'
import type { PartModel } from './part-model.ts'
import { stateFeatures, statesOf } from './states.ts'
import { factsOf, type WordFacts } from './word-facts.ts'
import { CLOSING, nearFeatures, OFFSETS, OPENING, ownFeatures } from './word-features.ts'
import type { Word } from './words.ts'

const L = LABELS.length
const NONE = new Float64Array(OFFSETS.length * L)
const EDGE = wordKind(factsOf(OPENING))
/** Words whose scores are kept: names and titles of one document come again and again. */
const MOST_KEPT = 20_000

/** Adds up what a model says of words. Words, pairs and states that have been seen are not looked up again. */
export class Emissions {
  /** `[i·L + y]`: the score of label y for the word that stands `OFFSETS[i]` words away. */
  private readonly words = new Map<string, Float64Array>()
  private readonly pairs = new Map<number, readonly [Float64Array, Float64Array]>()
  private readonly states = new Map<number, Float64Array>()
  /** The features of words by their names without the offset, scores as in `words`. */
  private readonly near: ReadonlyMap<string, Float64Array>

  constructor(private readonly model: PartModel) {
    this.near = byName(model)
  }

  /** `[t·L + y]`: the score of label y at word t. `facts` of the same words. */
  of(words: readonly Word[], facts: readonly WordFacts[]): Float64Array {
    const scores = new Float64Array(words.length * L)
    const around = [this.ofWord(OPENING), this.ofWord(OPENING)]
    for (const { text } of words) around.push(this.ofWord(text))
    around.push(this.ofWord(CLOSING), this.ofWord(CLOSING))
    const kinds = [EDGE, ...facts.map(wordKind), EDGE]
    const states = statesOf(facts)
    for (let t = 0; t < words.length; t++) {
      for (let i = 0; i < OFFSETS.length; i++) addTo(scores, t * L, around[t + i] ?? NONE, i * L)
      addTo(scores, t * L, this.ofPair(pairOf(kinds[t] ?? 0, kinds[t + 1] ?? 0))[0], 0)
      addTo(scores, t * L, this.ofPair(pairOf(kinds[t + 1] ?? 0, kinds[t + 2] ?? 0))[1], 0)
      addTo(scores, t * L, this.ofState(states[t] ?? 0), 0)
    }
    return scores
  }

  private ofWord(word: string): Float64Array {
    const known = this.words.get(word)
    if (known) return known
    if (this.words.size >= MOST_KEPT) this.words.clear()
    const made = new Float64Array(OFFSETS.length * L)
    for (const name of nearFeatures(word)) addAll(made, this.near.get(name), 0, OFFSETS.length)
    for (const name of ownFeatures(word)) addAll(made, this.near.get(name), OWN, OWN + 1)
    this.words.set(word, made)
    return made
  }

  private ofPair(pair: number): readonly [Float64Array, Float64Array] {
    const known = this.pairs.get(pair)
    if (known) return known
    const made = [this.sum(pairFeatures(pair, 0)), this.sum(pairFeatures(pair, 1))] as const
    this.pairs.set(pair, made)
    return made
  }

  private ofState(state: number): Float64Array {
    const known = this.states.get(state)
    if (known) return known
    const made = this.sum(stateFeatures(state))
    this.states.set(state, made)
    return made
  }

  private sum(features: readonly string[]): Float64Array {
    const scores = new Float64Array(L)
    for (const feature of features) addTo(scores, 0, this.model.features.get(feature) ?? NONE, 0)
    return scores
  }
}

const OWN = OFFSETS.indexOf(0)

/** The model's features of words, put together over all offsets. */
function byName({ features }: PartModel): ReadonlyMap<string, Float64Array> {
  const near = new Map<string, Float64Array>()
  for (const [name, scores] of features) {
    const offset = OFFSETS.findIndex((one) => name.startsWith(String(one)))
    if (offset < 0 || isOfPair(name)) continue
    const feature = name.slice(String(OFFSETS[offset]).length)
    const all = near.get(feature) ?? new Float64Array(OFFSETS.length * L)
    addTo(all, offset * L, scores, 0)
    near.set(feature, all)
  }
  return near
}

/** Pairs' names begin with a digit too: "0b…". */
const isOfPair = (name: string): boolean => name[1] === 'b'

function addAll(scores: Float64Array, more: Float64Array | undefined, from: number, to: number): void {
  if (more) for (let i = from; i < to; i++) addTo(scores, i * L, more, i * L)
}

/** Adds L scores of `more`, from its index `from` on, to `scores` from `at` on. */
function addTo(scores: Float64Array, at: number, more: Float64Array, from: number): void {
  for (let y = 0; y < L; y++) scores[at + y] = (scores[at + y] ?? 0) + (more[from + y] ?? 0)
}
