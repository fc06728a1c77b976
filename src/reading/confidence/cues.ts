import { CueJudge } from './cue-judge.ts'
import type { FoundCue, TokenRun } from './found.ts'
import { impersonalReports } from './impersonal.ts'
import { lexicalMatches, type LexicalMatch } from './lexical.ts'
import type { CueMeaning, Meaning } from './lexicon.ts'
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

/** Finds the cues and boosters of one sentence. */
export function findCues(tokens: Tokens): Findings {
  const speakers = vagueSpeakers(tokens)
  const impersonal = impersonalReports(tokens)
  const matches = lexicalMatches(tokens)
  const cues: FoundCue[] = []
  const boosters: TokenRun[] = []
  const judge = new CueJudge(tokens)
  for (const { cue, anonymous } of speakers)
    cues.push(vagueCue(cue, anonymous ? ANONYMOUS_FACTOR : NAMELESS_FACTOR, judge))
  for (const run of impersonal) cues.push(vagueCue(run, IMPERSONAL_FACTOR, judge))
  const isVague = cues.length > 0
  if (matches.length > 0) sortMatches(tokens, matches, cues, { boosters, judge })
  if (isVague) cues.sort(byPlace)
  return { cues, boosters, speakers, impersonal }
}

const byPlace = (a: TokenRun, b: TokenRun): number => a.from - b.from

/** Puts each match that stands apart from the cues so far with the cues or the boosters, or with neither. */
function sortMatches(
  tokens: Tokens,
  matches: readonly LexicalMatch[],
  cues: FoundCue[],
  { boosters, judge }: { readonly boosters: TokenRun[]; readonly judge: CueJudge },
): void {
  const isApart = apartFrom(cues, tokens.ids.length)
  for (const match of matches) {
    if (!isApart(match)) continue
    if (isBooster(tokens, match)) boosters.push(match)
    if (match.meaning.kind === 'neutral' || match.meaning.kind === 'booster') continue
    const judgement = judge.judge(match, match.notation, isContextual(match.meaning))
    if (judgement !== 'no cue') cues.push(cueOf(tokens, match, match.meaning, judgement === 'discourse'))
  }
}

/** How the weights call nameless people and impersonal reports, whatever their words. */
export const VAGUE = '{vague}'

const vagueCue = ({ from, to }: TokenRun, factor: number, judge: CueJudge): FoundCue => ({
  from,
  to,
  kind: 'vague-attribution',
  factor,
  band: undefined,
  discourse: judge.judge({ from, to }, VAGUE, false) === 'discourse',
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

/** The cue that a match of the lexicon is. */
function cueOf(
  tokens: Tokens,
  { from, to }: TokenRun,
  { kind, factor, band }: CueMeaning,
  discourse: boolean,
): FoundCue {
  const heard = reportsSay(tokens, from) ? factor * HEARSAY : factor
  return { from, to, kind, factor: heard, band, discourse }
}

/** Whether the subject right before token `at` is reports or rumours that the text has not introduced. */
function reportsSay(tokens: Tokens, at: number): boolean {
  const before = tokens.classes[at - 1] ?? 0
  const isKnown = (tokens.classes[at - 2] ?? 0) & BIT.definite
  return (before & BIT.documents) !== 0 && isKnown === 0
}

const isBooster = (tokens: Tokens, { from, meaning }: LexicalMatch): boolean =>
  meaning.kind === 'booster' && ((tokens.classes[from - 1] ?? 0) & BIT.negation) === 0
