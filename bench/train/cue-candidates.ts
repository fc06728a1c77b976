import {
  contextOf,
  sentenceContext,
  TRAITS,
  type SentenceContext,
} from '../../src/reading/confidence/cue-context.ts'
import type { TokenRun } from '../../src/reading/confidence/found.ts'
import { impersonalReports } from '../../src/reading/confidence/impersonal.ts'
import { lexicalMatches, type LexicalMatch } from '../../src/reading/confidence/lexical.ts'
import type { Tokens } from '../../src/reading/confidence/tokens.ts'
import { vagueSpeakers } from '../../src/reading/confidence/vague-people.ts'
import { classesOf } from '../../src/reading/confidence/word-classes.ts'
import type { Candidate } from './noisy-or.ts'
import { nameOf, tokensOf } from './texts.ts'

/** A candidate cue of a sentence, as the trainer sees it. */
export interface CueCandidate extends Candidate {
  readonly notation: string
  /** The words alone decide: a cue wherever it stands. */
  readonly sure: boolean
  readonly contextual: boolean
}

const CONTEXTUAL_PRIOR = -2
const SURE_PRIOR = 0.5
const BOOSTER_PRIOR = -3

/** Every phrase of a sentence that may make it uncertain, with the features that the contextual model weighs. */
export function cueCandidates(text: string): CueCandidate[] {
  const tokens = tokensOf(text)
  const sentence = sentenceContext(tokens)
  const vague = [...vagueSpeakers(tokens).map(({ cue }) => cue), ...impersonalReports(tokens)]
  const lexical = lexicalMatches(tokens).filter((m) => isWeighed(m) && !vague.some((run) => overlaps(run, m)))
  return [
    ...vague.map((run) => ({ ...sureOf('{vague}'), features: features(tokens, run, '{vague}', sentence) })),
    ...lexical.map((match) => ({
      ...lexicalOf(match),
      features: features(tokens, match, match.notation, sentence),
    })),
  ]
}

const isWeighed = (match: LexicalMatch): boolean =>
  match.meaning.kind !== 'neutral' && match.meaning.kind !== 'condition'

const overlaps = (a: TokenRun, b: TokenRun): boolean => a.from < b.to && b.from < a.to

const sureOf = (notation: string): Omit<CueCandidate, 'features'> => ({
  notation,
  sure: true,
  contextual: false,
  prior: SURE_PRIOR,
})

function lexicalOf({ notation, meaning }: LexicalMatch): Omit<CueCandidate, 'features'> {
  if (meaning.kind === 'booster') return { notation, sure: false, contextual: false, prior: BOOSTER_PRIOR }
  const contextual = meaning.kind !== 'neutral' && meaning.contextual === true
  return contextual ? { notation, sure: false, contextual, prior: CONTEXTUAL_PRIOR } : sureOf(notation)
}

/** Feature names: `kind|phrase|word`. Words shared by all phrases are those of the closed classes only. */
function features(tokens: Tokens, run: TokenRun, notation: string, sentence: SentenceContext): string[] {
  const { before, after, traits } = contextOf(tokens, run.from, run.to)
  return [
    `phrase|${notation}`,
    ...(sentence.scientific ? [`scientific|${notation}`] : []),
    ...TRAITS.filter((_, i) => ((traits >> i) & 1) === 1).map((name) => `trait|${name}`),
    ...(classesOf(before) === 0 ? [] : [`before|${nameOf(before)}`]),
    ...(classesOf(after) === 0 ? [] : [`after|${nameOf(after)}`]),
    `phrase-before|${notation}|${nameOf(before)}`,
    `phrase-after|${notation}|${nameOf(after)}`,
  ]
}
