import { LABELS } from './labels.ts'
import { pairFeatures, pairOf } from './pairs.ts'
import type { PartModel } from './part-model.ts'
import { SeenWords, type SeenWord } from './seen-words.ts'
import { stateFeatures, statesOf } from './states.ts'
import { CLOSING, OFFSETS, OPENING } from './word-features.ts'
import type { Word } from './words.ts'

const L = LABELS.length
const NONE = new Float64Array(L)
/** How many places before the first word and after the last are looked at. */
const MARGIN = 2

/** Scores of the labels of the second word of a pair, and of the first. */
type PairScores = readonly [Float64Array, Float64Array]

/** Adds up what a model says of words. Words, pairs and states that have been seen are not looked up again. */
export class Emissions {
  private readonly words: SeenWords
  private readonly pairs = new Map<number, PairScores>()
  private readonly states = new Map<number, Float64Array>()
  private readonly opening: SeenWord
  private readonly closing: SeenWord

  constructor(private readonly model: PartModel) {
    this.words = new SeenWords(model.words)
    this.opening = this.words.of(OPENING)
    this.closing = this.words.of(CLOSING)
  }

  see(words: readonly Word[]): SeenWord[] {
    return words.map(({ text }) => this.words.of(text))
  }

  /** `[t·L + y]`: the score of label y at word t. */
  of(words: readonly SeenWord[]): Float64Array {
    const around = [this.opening, this.opening, ...words, this.closing, this.closing]
    const scores = new Float64Array(words.length * L)
    around.forEach((word, i) => addAround(scores, i - MARGIN, word.scores))
    statesOf(words.map(({ facts }) => facts)).forEach((state, t) => {
      add(scores, t * L, this.ofPair(around[t + 1], around[t + 2])[0])
      add(scores, t * L, this.ofPair(around[t + 2], around[t + 3])[1])
      add(scores, t * L, this.ofState(state))
    })
    return scores
  }

  private ofPair(first = this.opening, second = this.closing): PairScores {
    const pair = pairOf(first.kind, second.kind)
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
    for (const feature of features) add(scores, 0, this.model.features.get(feature) ?? NONE)
    return scores
  }
}

/** Adds what the word at place `t` says of itself and of the words around it, as far as there are any. */
function addAround(scores: Float64Array, t: number, rows: Float64Array): void {
  for (let i = 0; i < OFFSETS.length; i++) {
    const at = (t - (OFFSETS[i] ?? 0)) * L
    if (at >= 0 && at < scores.length)
      for (let y = 0; y < L; y++) scores[at + y] = (scores[at + y] ?? 0) + (rows[i * L + y] ?? 0)
  }
}

function add(scores: Float64Array, at: number, more: Float64Array): void {
  for (let y = 0; y < L; y++) scores[at + y] = (scores[at + y] ?? 0) + (more[y] ?? 0)
}
