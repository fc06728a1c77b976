import type { Attribution, SentenceKind, Tests } from '../document.ts'
import type { Findings } from './cues.ts'
import type { TokenRun } from './found.ts'
import { reportNouns } from './report-nouns.ts'
import { accordingTo, byWhom, hasName, hasSayingParticiple, speakersOf } from './speakers.ts'
import { QUOTED, type Tokens } from './tokens.ts'
import { BIT, word } from './word-classes.ts'

const HEARSAY = [word('reportedly'), word('allegedly'), word('purportedly'), word('supposedly')]

/** A speaker by tokens, and whether the text names them. */
interface Speaker extends TokenRun {
  readonly named: boolean
}

/**
 * Who a statement is put to, and what a verdict on it tests: that it was said where its substance is speech or report, else
 * that it is so. A named speaker goes before nameless people, and these before a report that nobody is said to have made.
 */
export function attributionOf(
  text: string,
  tokens: Tokens,
  findings: Findings,
  kind: SentenceKind,
): { attribution: Attribution | null; tests: Tests } {
  const speaker = firstSpeaker(tokens, findings)
  const wasSaid = speaker !== null || kind === 'quotation' || hasSayingParticiple(tokens)
  return {
    attribution: speaker === null ? null : attributionAt(text, tokens, speaker),
    tests: wasSaid ? 'that it was said' : 'that it is so',
  }
}

function firstSpeaker(tokens: Tokens, findings: Findings): Speaker | null {
  const nameless = findings.speakers.map(({ people }) => ({ ...people, named: false }))
  const byToken = new Map(nameless.map((speaker) => [speaker.to - 1, speaker]))
  const named = (run: TokenRun): Speaker => namelessIn(byToken, run) ?? { ...run, named: true }
  const [source] = accordingTo(tokens)
  if (source !== undefined) return named(source)
  const reports = reportNouns(tokens).map((run) => signed(tokens, run))
  const voices = [...speakersOf(tokens).map(named), ...nameless, ...reports].sort(byPlace)
  return voices.find((voice) => voice.named) ?? voices[0] ?? hearsay(tokens, findings)
}

const byPlace = (a: TokenRun, b: TokenRun): number => a.from - b.from

/** "the statement", "his report": one that the text has introduced. */
const isDefinite = (tokens: Tokens, run: TokenRun): boolean =>
  ((tokens.classes[run.from] ?? 0) & BIT.definite) !== 0

/** A report, or whoever it says it is by. */
const signed = (tokens: Tokens, run: TokenRun): Speaker => {
  const author = byWhom(tokens, run.to)
  return author === null
    ? { ...run, named: hasName(tokens, run) || isDefinite(tokens, run) }
    : { ...author, named: true }
}

/** "It was reported", "reportedly": a report without anybody, as an attribution of its own words. */
function hearsay(tokens: Tokens, findings: Findings): Speaker | null {
  const adverb = findings.cues.find(
    (cue) => HEARSAY.includes(tokens.ids[cue.from] ?? 0) && ((tokens.flags[cue.from] ?? 0) & QUOTED) === 0,
  )
  const [run] = [...findings.impersonal, ...(adverb === undefined ? [] : [adverb])].sort(byPlace)
  return run === undefined ? null : { from: run.from, to: run.to, named: false }
}

/** The nameless people whose noun, known by its token, stands in a run. */
function namelessIn(byToken: ReadonlyMap<number, Speaker>, { from, to }: TokenRun): Speaker | null {
  for (let at = from; at < to; at++) {
    const speaker = byToken.get(at)
    if (speaker !== undefined) return speaker
  }
  return null
}

function attributionAt(text: string, tokens: Tokens, { from, to, named }: Speaker): Attribution {
  const start = tokens.starts[from] ?? 0
  const end = tokens.ends[to - 1] ?? start
  return { start, end, text: text.slice(start, end), named }
}
