import type { Span } from '../../text/span.ts'
import type { Attribution, Checkworthiness, Confidence, Cue, SentenceKind, Tests } from '../document.ts'
import { attributionOf } from './attribution.ts'
import { checkworthiness } from './checkworthiness.ts'
import { findCues, type Findings } from './cues.ts'
import type { FoundCue, TokenRun } from './found.ts'
import { firmnessScore } from './firmness.ts'
import { certaintyAfter, levelOf } from './level.ts'
import { sentenceFeatures } from './sentence-features.ts'
import { QUOTED, tokenise, type Tokens } from './tokens.ts'

/** What surrounds a sentence or claim. All spans are sorted and may be those of the whole document. */
export interface AssessContext {
  /** Stretches inside quotation marks. */
  readonly quoted: readonly Span[]
  /** The `[label]` spans, which are no words of the text. */
  readonly markers: readonly Span[]
  readonly kind: SentenceKind
  /** How many notes the claim leans on. */
  readonly notes: number
}

export interface Assessment {
  readonly confidence: Confidence
  readonly attribution: Attribution | null
  readonly tests: Tests
  readonly checkworthy: Checkworthiness
}

/**
 * Reads how sure a sentence or claim sounds, who is said to have said it, what a verdict on it would test, and
 * how worthwhile checking it is. `span` is into `text`, the document's whole text; so are all spans of the answer.
 */
export function assess(text: string, span: Span, context: AssessContext): Assessment {
  const tokens = tokenise(text, span, context.quoted, context.markers)
  const found = findCues(tokens)
  const features = sentenceFeatures(tokens)
  const { attribution, tests } = attributionOf(text, tokens, found, context.kind)
  return {
    confidence: confidenceOf(text, tokens, found, features),
    attribution,
    tests,
    checkworthy: checkworthiness(features, tokens.ids.length),
  }
}

/** What is said of a sentence in a language whose cues are not read: nothing, which is not to say that it is certain. */
export const unassessed = (kind: SentenceKind): Assessment => ({
  confidence: { level: 'high', score: 1, cues: [], boosters: [] },
  attribution: null,
  tests: kind === 'quotation' ? 'that it was said' : 'that it is so',
  checkworthy: { score: 0, label: false },
})

function confidenceOf(
  text: string,
  tokens: Tokens,
  { cues, boosters }: Findings,
  features: readonly number[],
): Confidence {
  const counting = cues.length === 0 ? cues : cues.filter((cue) => !isQuoted(tokens, cue))
  const certainty = certaintyAfter(counting)
  return {
    level: levelOf(certainty),
    score: firmnessScore(certainty, counting.length, features),
    cues: cues.length === 0 ? [] : cues.map((cue) => cueAt(text, tokens, cue)),
    boosters: boosters.length === 0 ? [] : boosters.map((run) => quoteOf(text, tokens, run)),
  }
}

function cueAt(text: string, tokens: Tokens, cue: FoundCue): Cue {
  const { start, end, text: words } = quoteOf(text, tokens, cue)
  const { kind, band } = cue
  return {
    start,
    end,
    kind,
    text: words,
    ...(band === undefined ? {} : { band }),
    ...(cue.discourse ? { discourse: true } : {}),
    ...(isQuoted(tokens, cue) ? { quoted: true } : {}),
  }
}

function quoteOf(text: string, tokens: Tokens, run: TokenRun): Span & { text: string } {
  const start = tokens.starts[run.from] ?? 0
  const end = tokens.ends[run.to - 1] ?? start
  return { start, end, text: text.slice(start, end) }
}

const isQuoted = (tokens: Tokens, run: TokenRun): boolean => ((tokens.flags[run.from] ?? 0) & QUOTED) !== 0
