import { loadModel } from './contextual-model.ts'
import { sentenceContext, type SentenceContext } from './cue-context.ts'
import type { FoundCue, TokenRun } from './found.ts'
import { impersonalReports } from './impersonal.ts'
import { lexicalMatches, type LexicalMatch } from './lexical.ts'
import type { Meaning } from './lexicon.ts'
import type { Tokens } from './tokens.ts'
import { vagueSpeakers, type VagueSpeaker } from './vague-people.ts'
import { BIT } from './word-classes.ts'

/** Everything in a sentence that makes it less or more than a flat assertion. Cues are in order of position and do not overlap. */
export interface Findings {
  readonly cues: readonly FoundCue[]
  readonly boosters: readonly TokenRun[]
  readonly speakers: readonly VagueSpeaker[]
  readonly impersonal: readonly TokenRun[]
}

/** What nameless people leave of certainty: less when the text itself says that they are anonymous. */
const ANONYMOUS_FACTOR = 0.28
const NAMELESS_FACTOR = 0.45
const IMPERSONAL_FACTOR = 0.45

/** What is left of a verb's factor when its subject is a report that nobody signs ("other reports suggest"). */
const HEARSAY = 0.6

const model = loadModel()
const threshold = Math.log(model.threshold / (1 - model.threshold))

/** Finds the cues and boosters of one sentence. */
export function findCues(tokens: Tokens): Findings {
  const speakers = vagueSpeakers(tokens)
  const impersonal = impersonalReports(tokens)
  const matches = lexicalMatches(tokens)
  const cues: FoundCue[] = []
  const boosters: TokenRun[] = []
  for (const { cue, anonymous } of speakers)
    cues.push(vagueCue(cue, anonymous ? ANONYMOUS_FACTOR : NAMELESS_FACTOR))
  for (const run of impersonal) cues.push(vagueCue(run, IMPERSONAL_FACTOR))
  const isVague = cues.length > 0
  if (matches.length > 0) sortMatches(tokens, matches, cues, boosters)
  if (isVague) cues.sort(byPlace)
  return { cues, boosters, speakers, impersonal }
}

const byPlace = (a: TokenRun, b: TokenRun): number => a.from - b.from

/** Puts each match that stands apart from the cues so far with the cues or the boosters, or with neither. */
function sortMatches(
  tokens: Tokens,
  matches: readonly LexicalMatch[],
  cues: FoundCue[],
  boosters: TokenRun[],
): void {
  const isApart = apartFrom(cues, tokens.ids.length)
  let sentence: SentenceContext | null = null
  for (const match of matches) {
    if (!isApart(match)) continue
    if (isBooster(tokens, match)) boosters.push(match)
    if (isContextual(match.meaning)) {
      sentence ??= sentenceContext(tokens)
      if (!makesUncertain(tokens, match, sentence)) continue
    }
    const cue = cueOf(tokens, match)
    if (cue !== null) cues.push(cue)
  }
}

const vagueCue = ({ from, to }: TokenRun, factor: number): FoundCue => ({
  from,
  to,
  kind: 'vague-attribution',
  factor,
  band: undefined,
})

/**
 * Whether a match shares no token with the vague attributions. A verb right behind nameless people ("critics argue") goes
 * with them unless it is a cue by itself.
 */
function apartFrom(vague: readonly TokenRun[], length: number): (match: LexicalMatch) => boolean {
  if (vague.length === 0) return () => true
  const taken = new Uint8Array(length + 1)
  for (const { from, to } of vague) taken.fill(TAKEN, from, to)
  for (const { to } of vague) if (taken[to] === 0) taken[to] = VERB
  return ({ from, to, meaning }) => {
    if (taken[from] === TAKEN || taken[to - 1] === TAKEN) return false
    return taken[from] !== VERB || !isContextual(meaning)
  }
}

const isContextual = (meaning: Meaning): boolean =>
  meaning.kind !== 'neutral' && meaning.kind !== 'booster' && meaning.contextual === true

const TAKEN = 1
const VERB = 2

/** Whether a phrase that is a cue only among some words is one here. */
const makesUncertain = (
  tokens: Tokens,
  { from, to, notation }: LexicalMatch,
  sentence: SentenceContext,
): boolean => (model.logOdds(notation, tokens, from, to, sentence) ?? -Infinity) >= threshold

/** The cue that a match of the lexicon is, or null when its phrase is none. */
function cueOf(tokens: Tokens, { from, to, meaning }: LexicalMatch): FoundCue | null {
  if (meaning.kind === 'neutral' || meaning.kind === 'booster') return null
  const { kind, factor, band } = meaning
  const heard = reportsSay(tokens, from) ? factor * HEARSAY : factor
  return { from, to, kind, factor: heard, band }
}

/** Whether the subject right before token `at` is reports or rumours that the text has not introduced. */
function reportsSay(tokens: Tokens, at: number): boolean {
  const before = tokens.classes[at - 1] ?? 0
  const isKnown = (tokens.classes[at - 2] ?? 0) & BIT.definite
  return (before & BIT.documents) !== 0 && isKnown === 0
}

const isBooster = (tokens: Tokens, { from, meaning }: LexicalMatch): boolean =>
  meaning.kind === 'booster' && ((tokens.classes[from - 1] ?? 0) & BIT.negation) === 0
