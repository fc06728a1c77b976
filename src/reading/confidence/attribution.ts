import type { Attribution, SentenceKind, Tests } from '../document.ts'
import type { Findings } from './cues.ts'
import type { TokenRun } from './found.ts'
import { reportNouns } from './report-nouns.ts'
import { nestedVoice } from './nested-voice.ts'
import { accordingTo, byWhom, hasName, hasSayingParticiple, speakersOf, type Voice } from './speakers.ts'
import { QUOTED, type Tokens } from './tokens.ts'
import { BIT } from './word-classes.ts'

/** Without a word of these classes nobody speaks in a sentence. */
const SPEECH = BIT.report | BIT.reportNoun | BIT.according | BIT.hearsay

/** A speaker by tokens, and whether the text names them. */
export interface Speaker extends TokenRun {
  readonly named: boolean
  /** The words that say so: "said", "according to". */
  readonly verb?: TokenRun
  /** Whose words the speaker gives: "X said that Y claims …". */
  readonly inner?: Speaker
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
  const speaker = mayHaveSpeaker(tokens, findings) ? firstSpeaker(tokens, findings) : null
  const wasSaid = speaker !== null || kind === 'quotation' || hasSayingParticiple(tokens)
  return {
    attribution: speaker === null ? null : attributionAt(text, tokens, speaker),
    tests: wasSaid ? 'that it was said' : 'that it is so',
  }
}

const mayHaveSpeaker = (tokens: Tokens, { speakers, impersonal }: Findings): boolean =>
  (tokens.anyClass & SPEECH) !== 0 || speakers.length > 0 || impersonal.length > 0

function firstSpeaker(tokens: Tokens, findings: Findings): Speaker | null {
  const nameless = namelessSpeakers(findings)
  const spoken = speakersOf(tokens)
  const heard = (voice: Voice): Speaker => ({ ...withName(nameless, voice), verb: voice.verb })
  const [source] = accordingTo(tokens)
  const voices = source === undefined ? spoken : [source]
  const speakers = voices.map(heard)
  if (source === undefined) speakers.push(...nameless.values(), ...reporters(tokens, nameless))
  const first = firstOf(speakers)
  if (first === null) return hearsay(tokens, findings)
  const outer = voices.find(({ verb }) => verb === first.verb)
  if (outer === undefined) return first
  const all = [...spoken, ...namelessVoices(tokens, findings)].sort((a, b) => a.from - b.from)
  const inner = nestedVoice(tokens, outer, all)
  return inner === null ? first : { ...first, inner: heard(inner) }
}

/** Whom the reports, statements and accounts of a sentence are by. */
const reporters = (tokens: Tokens, nameless: ReadonlyMap<number, Speaker>): Speaker[] =>
  reportNouns(tokens).map((run) => {
    const voice = withName(nameless, run)
    return voice.named ? signed(tokens, run) : voice
  })

/** Nameless people with a verb of saying or holding right behind them ("critics claim"). */
const namelessVoices = (tokens: Tokens, { speakers }: Findings): Voice[] =>
  speakers
    .filter(({ people }) => ((tokens.classes[people.to] ?? 0) & (BIT.report | BIT.opinion)) !== 0)
    .map(({ people }) => ({ ...people, verb: { from: people.to, to: people.to + 1 } }))

/** The nameless people of a sentence, by the token of their noun. */
function namelessSpeakers({ speakers }: Findings): ReadonlyMap<number, Speaker> {
  const byToken = new Map<number, Speaker>()
  for (const { people } of speakers)
    byToken.set(people.to - 1, { from: people.from, to: people.to, named: false })
  return byToken
}

/** A speaker is named unless nameless people stand in its words. */
function withName(nameless: ReadonlyMap<number, Speaker>, { from, to }: TokenRun): Speaker {
  if (nameless.size > 0)
    for (let at = from; at < to; at++) {
      const speaker = nameless.get(at)
      if (speaker !== undefined) return speaker
    }
  return { from, to, named: true }
}

/** The first with a name, or else the first. */
function firstOf(voices: readonly Speaker[]): Speaker | null {
  let first: Speaker | null = null
  for (const voice of voices)
    if (first === null || (voice.named === first.named ? voice.from < first.from : voice.named)) first = voice
  return first
}

/** "the statement", "his report": one that the text has introduced. */
const isDefinite = (tokens: Tokens, run: TokenRun): boolean =>
  ((tokens.classes[run.from] ?? 0) & BIT.definite) !== 0

/** A report, or whoever it says it is by. */
const signed = (tokens: Tokens, run: TokenRun): Speaker => {
  const author = byWhom(tokens, run.to)
  return author === null
    ? { from: run.from, to: run.to, named: hasName(tokens, run) || isDefinite(tokens, run) }
    : { from: author.from, to: author.to, named: true }
}

/** "It was reported", "reportedly": a report without anybody, as an attribution of its own words. */
function hearsay(tokens: Tokens, { impersonal, cues }: Findings): Speaker | null {
  const isHearsay = ({ from }: TokenRun): boolean =>
    ((tokens.classes[from] ?? 0) & BIT.hearsay) !== 0 && ((tokens.flags[from] ?? 0) & QUOTED) === 0
  const adverb = (tokens.anyClass & BIT.hearsay) === 0 ? undefined : cues.find(isHearsay)
  const report = impersonal[0]
  const run = report === undefined || (adverb !== undefined && adverb.from < report.from) ? adverb : report
  return run === undefined ? null : { from: run.from, to: run.to, named: false }
}

function attributionAt(text: string, tokens: Tokens, speaker: Speaker): Attribution {
  const { named, verb, inner } = speaker
  return {
    ...spanAt(text, tokens, speaker),
    named,
    ...(verb === undefined ? {} : { verb: spanAt(text, tokens, verb) }),
    ...(inner === undefined ? {} : { inner: attributionAt(text, tokens, inner) }),
  }
}

function spanAt(
  text: string,
  tokens: Tokens,
  { from, to }: TokenRun,
): { start: number; end: number; text: string } {
  const start = tokens.starts[from] ?? 0
  const end = tokens.ends[to - 1] ?? start
  return { start, end, text: text.slice(start, end) }
}
