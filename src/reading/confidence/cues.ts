import type { FoundCue, TokenRun } from './found.ts'
import { impersonalReports } from './impersonal.ts'
import { lexicalFinds } from './lexical.ts'
import type { Tokens } from './tokens.ts'
import { vagueSpeakers, type VagueSpeaker } from './vague-people.ts'

/** Everything in a sentence that makes it less or more than a flat assertion. Cues are in order of position and do not overlap. */
export interface Findings {
  readonly cues: readonly FoundCue[]
  readonly boosters: readonly TokenRun[]
  readonly speakers: readonly VagueSpeaker[]
}

/** What nameless people leave of certainty: less when the text itself says that they are anonymous. */
const ANONYMOUS_FACTOR = 0.28
const NAMELESS_FACTOR = 0.45
const IMPERSONAL_FACTOR = 0.45

/** Finds the cues and boosters of one sentence. */
export function findCues(tokens: Tokens): Findings {
  const { cues, boosters } = lexicalFinds(tokens)
  const speakers = vagueSpeakers(tokens)
  const vague = [
    ...speakers.map((s) => vagueCue(s.cue, s.anonymous ? ANONYMOUS_FACTOR : NAMELESS_FACTOR)),
    ...impersonalReports(tokens).map((run) => vagueCue(run, IMPERSONAL_FACTOR)),
  ]
  const clear = cues.filter((cue) => !vague.some((run) => overlaps(run, cue)))
  return { cues: [...vague, ...clear].sort((a, b) => a.from - b.from), boosters, speakers }
}

const vagueCue = (run: TokenRun, factor: number): FoundCue => ({
  from: run.from,
  to: run.to,
  kind: 'vague-attribution',
  factor,
})

const overlaps = (a: TokenRun, b: TokenRun): boolean => a.from < b.to && b.from < a.to
