import { contextOf, TRAITS, type SentenceContext } from './cue-context.ts'
import { readData } from './read-data.ts'
import type { Tokens } from './tokens.ts'
import { intern } from './vocabulary.ts'

/** Weights of one phrase, in log-odds of the sentence being called uncertain because of it. */
export interface PhraseWeights {
  readonly base: number
  readonly scientific?: number
  readonly before?: Readonly<Record<string, number>>
  readonly after?: Readonly<Record<string, number>>
}

export interface ContextualWeights {
  readonly threshold: number
  readonly traits: Readonly<Record<string, number>>
  readonly before: Readonly<Record<string, number>>
  readonly after: Readonly<Record<string, number>>
  readonly phrases: Readonly<Record<string, PhraseWeights>>
}

type ById = ReadonlyMap<number, number>

interface LoadedPhrase {
  readonly base: number
  readonly scientific: number
  readonly before: ById
  readonly after: ById
}

/** The contextual model: how likely a phrase makes its sentence uncertain to a reader, from the words round it. */
export interface ContextualModel {
  readonly threshold: number
  /** Log-odds for the phrase in this notation, standing at tokens `from` to `to`; null when the model does not know it. */
  logOdds(
    notation: string,
    tokens: Tokens,
    from: number,
    to: number,
    sentence: SentenceContext,
  ): number | null
}

export const loadModel = (): ContextualModel =>
  modelFrom(readData('contextual-weights.json') as ContextualWeights)

/** A model from its weights. */
export function modelFrom(weights: ContextualWeights): ContextualModel {
  const traits = TRAITS.map((name) => weights.traits[name] ?? 0)
  const before = byId(weights.before)
  const after = byId(weights.after)
  const phrases = new Map(Object.entries(weights.phrases).map(([notation, w]) => [notation, loadPhrase(w)]))
  return {
    threshold: weights.threshold,
    logOdds(notation, tokens, from, to, sentence) {
      const phrase = phrases.get(notation)
      if (phrase === undefined) return null
      const context = contextOf(tokens, from, to)
      return (
        phrase.base +
        (sentence.scientific ? phrase.scientific : 0) +
        sumOfTraits(traits, context.traits) +
        (before.get(context.before) ?? 0) +
        (after.get(context.after) ?? 0) +
        (phrase.before.get(context.before) ?? 0) +
        (phrase.after.get(context.after) ?? 0)
      )
    },
  }
}

const loadPhrase = (weights: PhraseWeights): LoadedPhrase => ({
  base: weights.base,
  scientific: weights.scientific ?? 0,
  before: byId(weights.before),
  after: byId(weights.after),
})

const NOTHING: ById = new Map()

/** Weights by word id; the empty word, which stands for an unknown one and for a sentence's edge, is 0. */
const byId = (weights: Readonly<Record<string, number>> | undefined): ById =>
  weights === undefined
    ? NOTHING
    : new Map(Object.entries(weights).map(([word, weight]) => [word === '' ? 0 : intern(word), weight]))

function sumOfTraits(weights: readonly number[], bits: number): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) if (((bits >> i) & 1) === 1) sum += weights[i] ?? 0
  return sum
}
