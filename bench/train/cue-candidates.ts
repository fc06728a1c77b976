import { contextOf, isScientific, TRAITS } from '../../src/reading/confidence/cue-context.ts'
import { VAGUE } from '../../src/reading/confidence/cues.ts'
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
  /** Only the words round it tell whether it is a cue; otherwise it is one wherever it stands, unless it is a booster. */
  readonly contextual: boolean
  readonly isBooster: boolean
  readonly isCondition: boolean
  /** Whether it stands in a scientific sentence. */
  readonly scientific: boolean
}

type Nature = Pick<CueCandidate, 'contextual' | 'isBooster' | 'isCondition' | 'prior'>

const SURE: Nature = { contextual: false, isBooster: false, isCondition: false, prior: 0.5 }
const CONTEXTUAL: Nature = { ...SURE, contextual: true, prior: -2 }
const BOOSTER: Nature = { ...SURE, isBooster: true, prior: -3 }
/** No reader of the CoNLL-2010 corpus takes "if" by itself for a hedge. */
const CONDITION: Nature = { ...SURE, isCondition: true, prior: -3 }

/** Every phrase of a sentence that may make it uncertain, with the features that the models weigh. */
export function cueCandidates(text: string): CueCandidate[] {
  const tokens = tokensOf(text)
  const scientific = isScientific(tokens)
  const vague = [...vagueSpeakers(tokens).map(({ cue }) => cue), ...impersonalReports(tokens)]
  const lexical = lexicalMatches(tokens).filter(
    (m) => m.meaning.kind !== 'neutral' && !vague.some((run) => overlaps(run, m)),
  )
  const candidate = (run: TokenRun, notation: string, nature: Nature): CueCandidate => ({
    ...nature,
    notation,
    scientific,
    features: features(tokens, run, notation, scientific),
  })
  return [
    ...vague.map((run) => candidate(run, VAGUE, SURE)),
    ...lexical.map((match) => candidate(match, match.notation, natureOf(match))),
  ]
}

const overlaps = (a: TokenRun, b: TokenRun): boolean => a.from < b.to && b.from < a.to

function natureOf({ meaning }: LexicalMatch): Nature {
  if (meaning.kind === 'booster') return BOOSTER
  if (meaning.kind === 'condition') return CONDITION
  return meaning.kind !== 'neutral' && meaning.contextual === true ? CONTEXTUAL : SURE
}

/** Feature names: `kind|phrase|word`. Words shared by all phrases are those of the closed classes only. */
function features(tokens: Tokens, run: TokenRun, notation: string, scientific: boolean): string[] {
  const { before, after, traits } = contextOf(tokens, run.from, run.to, scientific)
  return [
    `phrase|${notation}`,
    ...(scientific ? [`scientific|${notation}`] : []),
    ...TRAITS.filter((_, i) => ((traits >> i) & 1) === 1).map((name) => `trait|${name}`),
    ...(classesOf(before) === 0 ? [] : [`before|${nameOf(before)}`]),
    ...(classesOf(after) === 0 ? [] : [`after|${nameOf(after)}`]),
    `phrase-before|${notation}|${nameOf(before)}`,
    `phrase-after|${notation}|${nameOf(after)}`,
  ]
}
