import type { CueKind } from '../document.ts'
import { readData } from './read-data.ts'
import { addPhrase, newTree, type PhraseTree } from './phrases.ts'

/** A phrase that makes a statement less certain. `factor` is the share of a flat assertion's certainty that it leaves, 0–1. */
export interface CueMeaning {
  readonly kind: CueKind
  readonly factor: number
  readonly band?: readonly [number, number]
  /** Whether the words round it decide if it is a cue at all. */
  readonly contextual?: true
}

/** What a phrase does to a statement. */
export type Meaning = CueMeaning | { readonly kind: 'booster' } | { readonly kind: 'neutral' }

interface CueFile {
  readonly hedge: Readonly<Record<string, number>>
  readonly doubt: Readonly<Record<string, number>>
  readonly condition: Readonly<Record<string, number>>
}

interface ContextualFile {
  readonly hedge: Readonly<Record<string, number>>
  readonly 'vague-attribution': Readonly<Record<string, number>>
}

interface LikelihoodFile {
  readonly bands: Readonly<Record<string, readonly [number, number]>>
}

interface BoosterFile {
  readonly boosters: readonly string[]
  readonly neutral: readonly string[]
}

/** A likelihood leaves a statement moderate; how likely the event is says nothing about how firm the words are. */
const LIKELIHOOD_FACTOR = 0.55

/** Every phrase that the words themselves decide. Of phrases that start together the longest holds. */
export const lexicon: PhraseTree<Meaning> = loadLexicon()

function loadLexicon(): PhraseTree<Meaning> {
  const tree = newTree<Meaning>()
  const cues = readData('cues.json') as CueFile
  for (const kind of ['hedge', 'doubt', 'condition'] as const)
    for (const [phrase, factor] of Object.entries(cues[kind])) addPhrase(tree, phrase, { kind, factor })
  const contextual = readData('contextual.json') as ContextualFile
  for (const kind of ['hedge', 'vague-attribution'] as const)
    for (const [phrase, factor] of Object.entries(contextual[kind]))
      addPhrase(tree, phrase, { kind, factor, contextual: true })
  const { bands } = readData('likelihood.json') as LikelihoodFile
  for (const [phrase, band] of Object.entries(bands))
    addPhrase(tree, phrase, { kind: 'likelihood', factor: LIKELIHOOD_FACTOR, band })
  const { boosters, neutral } = readData('boosters.json') as BoosterFile
  for (const phrase of boosters) addPhrase(tree, phrase, { kind: 'booster' })
  for (const phrase of neutral) addPhrase(tree, phrase, { kind: 'neutral' })
  return tree
}
