import { TRAITS, type CueContext } from './cue-context.ts'
import { readData } from './read-data.ts'
import { intern } from './vocabulary.ts'

/** Weights of one phrase, in log-odds of readers calling its sentence uncertain because of it. */
export interface PhraseWeights {
  readonly base: number
  readonly scientific?: number
  readonly before?: Readonly<Record<string, number>>
  readonly after?: Readonly<Record<string, number>>
}

/** A model as its file holds it. `threshold`: the probability from which on a phrase counts; one of its own for scientific sentences. */
export interface ModelWeights {
  readonly threshold: number
  readonly scientificThreshold: number
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

/** How strongly a phrase makes its sentence uncertain, from the words round it. */
export interface PhraseModel {
  /**
   * Log-odds above (or below) the threshold for the phrase in this notation, in its context; null when the model does not
   * know the phrase.
   */
  margin(notation: string, context: CueContext): number | null
}

/** Loads a model's file from beside this module. */
export const loadModel = (name: string): PhraseModel => modelFrom(readData(name) as ModelWeights)

const logOddsOf = (probability: number): number => Math.log(probability / (1 - probability))

/** A model from its weights. */
export function modelFrom(weights: ModelWeights): PhraseModel {
  const traits = TRAITS.map((name) => weights.traits[name] ?? 0)
  const before = byId(weights.before)
  const after = byId(weights.after)
  const phrases = new Map(Object.entries(weights.phrases).map(([notation, w]) => [notation, loadPhrase(w)]))
  const bar = logOddsOf(weights.threshold)
  const scientificBar = logOddsOf(weights.scientificThreshold)
  return {
    margin(notation, context) {
      const phrase = phrases.get(notation)
      if (phrase === undefined) return null
      return (
        phrase.base +
        (context.scientific ? phrase.scientific - scientificBar : -bar) +
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
