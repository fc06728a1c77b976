import type { TokenRun } from './found.ts'
import { CAPITAL, NUMBER, QUOTED, WORD, type Tokens } from './tokens.ts'
import { BIT, word } from './word-classes.ts'

const ACCORDING = word('according')
const TO = word('to')
const BY = word('by')
const THAT = word('that')
const COMMA = word(',')
const COLON = word(':')
const HYPHEN = word('-')
const STOP = word('.')
const POSSESSIVE = word("'s")

/** Before a verb of saying they tell what nobody has said yet, or could not say. */
const MODALS: ReadonlySet<number> = new Set(
  ['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would'].map((modal) => word(modal)),
)

/** How many tokens a speaker's description may have. */
const LONGEST = 16

/** Somebody who says something, and the words that say so ("said", "according to"). */
export interface Voice extends TokenRun {
  readonly verb: TokenRun
}

/** Who says something in a sentence, by the verb that follows or goes before; in order of position. */
export const speakersOf = (tokens: Tokens): Voice[] =>
  (tokens.anyClass & BIT.report) === 0 ? [] : collect(tokens, BIT.report, speakerOfVerb)

/** Who stands behind each "according to" of a sentence. */
export const accordingTo = (tokens: Tokens): Voice[] =>
  (tokens.anyClass & BIT.according) === 0 ? [] : collect(tokens, BIT.according, sourceAfter)

const sourceAfter = (tokens: Tokens, at: number): Voice | null =>
  tokens.ids[at] === ACCORDING && tokens.ids[at + 1] === TO
    ? voice(groupAfter(tokens, at + 2), { from: at, to: at + 2 })
    : null

const voice = (speaker: TokenRun | null, verb: TokenRun): Voice | null =>
  speaker === null ? null : { from: speaker.from, to: speaker.to, verb }

/** Whether a participle gives what somebody says ("…, adding that"), whoever that is. */
export function hasSayingParticiple(tokens: Tokens): boolean {
  if ((tokens.anyClass & BIT.participle) === 0) return false
  for (let at = 0; at < tokens.ids.length; at++)
    if (isUnquoted(tokens, at, BIT.participle) && saysAtOnce(tokens, at + 1)) return true
  return false
}

const isUnquoted = (tokens: Tokens, at: number, bit: number): boolean =>
  (classesAt(tokens, at) & bit) !== 0 && !hasFlag(tokens, at, QUOTED)

/** What `find` makes of each unquoted token of a class. */
function collect(tokens: Tokens, bit: number, find: (tokens: Tokens, at: number) => Voice | null): Voice[] {
  const runs: Voice[] = []
  for (let at = 0; at < tokens.ids.length; at++) {
    if (!isUnquoted(tokens, at, bit)) continue
    const run = find(tokens, at)
    if (run !== null) runs.push(run)
  }
  return runs
}

/** The speaker of the verb of saying at `at`, before it or, in "…, said X", after it. */
function speakerOfVerb(tokens: Tokens, at: number): Voice | null {
  const kinds = classesAt(tokens, at)
  if ((kinds & BIT.report) === 0 || (kinds & BIT.participle) !== 0) return null
  const verb = { from: at, to: at + 1 }
  if (isInverted(tokens, at)) return voice(groupAfter(tokens, at + 1), verb)
  if ((kinds & BIT.needsComplement) !== 0 && !hasComplement(tokens, at + 1)) return null
  if ((kinds & BIT.ambiguousReport) !== 0 && !saysAtOnce(tokens, at + 1)) return null
  const end = endOfSubject(tokens, at)
  const run = end > 0 ? groupBefore(tokens, end) : null
  return run !== null && canSpeak(tokens, run, kinds) ? voice(run, verb) : null
}

/** `…," said Bogdanov`: a mark before the verb and a name or article right after it. */
function isInverted(tokens: Tokens, at: number): boolean {
  if (at === 0 || hasFlag(tokens, at - 1, WORD | NUMBER) || tokens.ids[at - 1] === HYPHEN) return false
  const isQuoteEnd = hasFlag(tokens, at - 1, QUOTED) || hasFlag(tokens, at - 2, QUOTED)
  return (
    isQuoteEnd &&
    hasFlag(tokens, at + 1, WORD) &&
    (hasFlag(tokens, at + 1, CAPITAL) || (classesAt(tokens, at + 1) & (BIT.determiner | BIT.pronoun)) !== 0)
  )
}

/** Whether what was said follows: "that", a colon, a comma or a quotation within a few words. */
function hasComplement(tokens: Tokens, from: number): boolean {
  for (let at = from; at < Math.min(from + 6, tokens.ids.length); at++) {
    const id = tokens.ids[at]
    if (id === THAT || id === COLON || (id === COMMA && at === from) || hasFlag(tokens, at, QUOTED))
      return true
  }
  return false
}

/** "that", a colon or a quotation right after the verb: what words like "states" and "reports" need to be verbs at all. */
const saysAtOnce = (tokens: Tokens, at: number): boolean =>
  tokens.ids[at] === THAT || tokens.ids[at] === COLON || hasFlag(tokens, at, QUOTED)

/** The end of the subject before a verb: adverbs and "has" are stepped over; -1 in a passive, whose subject is no speaker, and behind a modal. */
function endOfSubject(tokens: Tokens, verb: number): number {
  let at = verb - 1
  while (at >= 0 && verb - at < 5) {
    const kinds = classesAt(tokens, at)
    if ((kinds & (BIT.be | BIT.preposition)) !== 0 && !isPossessive(tokens, at)) return -1
    if (MODALS.has(tokens.ids[at] ?? 0)) return -1
    if ((kinds & (BIT.adverb | BIT.have)) === 0) return at + 1
    at--
  }
  return -1
}

const isPossessive = (tokens: Tokens, at: number): boolean => tokens.ids[at] === POSSESSIVE

/** The words that end before token `end`, back to the start of their clause. An apposition between commas is stepped over. */
function groupBefore(tokens: Tokens, end: number): TokenRun | null {
  if (tokens.ids[end - 1] === COMMA) return beforeApposition(tokens, end - 1)
  if ((classesAt(tokens, end - 1) & BIT.pronoun) !== 0) return { from: end - 1, to: end }
  let from = end
  while (from > 0 && end - from < LONGEST && !endsGroup(tokens, from - 1)) from--
  const isAside = from > 0 && (classesAt(tokens, from - 1) & BIT.subordinator) !== 0
  return from === end || isAside ? null : { from, to: end }
}

/** "Bogdanov, Russia's envoy, said": the group before the comma that opens the apposition. */
function beforeApposition(tokens: Tokens, end: number): TokenRun | null {
  let at = end - 1
  while (at > 0 && end - at < LONGEST && tokens.ids[at] !== COMMA) at--
  return tokens.ids[at] === COMMA && tokens.ids[at - 1] !== COMMA ? groupBefore(tokens, at) : null
}

function endsGroup(tokens: Tokens, at: number): boolean {
  if (hasFlag(tokens, at, QUOTED) && !hasFlag(tokens, at + 1, QUOTED)) return true
  if ((classesAt(tokens, at) & BIT.relative) !== 0) return true
  return !hasFlag(tokens, at, WORD | NUMBER) && !isInsideName(tokens, at)
}

/** Marks inside names: a hyphen, "'s", a full stop after an initial or an abbreviation that more words follow. */
function isInsideName(tokens: Tokens, at: number): boolean {
  const start = tokens.starts[at] ?? 0
  if (isPossessive(tokens, at)) return true
  const touches = tokens.ends[at - 1] === start
  if (!touches || !hasFlag(tokens, at + 1, WORD)) return false
  return tokens.ids[at] === HYPHEN || (tokens.ids[at] === STOP && hasFlag(tokens, at - 1, CAPITAL))
}

/** The words from token `from` up to the end of their clause or the next verb of saying. */
function groupAfter(tokens: Tokens, from: number): TokenRun | null {
  let to = from
  while (to < tokens.ids.length && to - from < LONGEST && !endsGroup(tokens, to) && !isVerbLike(tokens, to))
    to++
  return to === from ? null : { from, to }
}

const isVerbLike = (tokens: Tokens, at: number): boolean =>
  (classesAt(tokens, at) & (BIT.be | BIT.have | BIT.participle)) !== 0 && !isPossessive(tokens, at)

/** A subject that can speak: a name, a pronoun for a person, or people; "it", numbers and bare things cannot. */
function canSpeak(tokens: Tokens, run: TokenRun, verb: number): boolean {
  const first = classesAt(tokens, run.from)
  const last = run.to - 1
  if (run.to - run.from === 1 && (first & BIT.pronoun) !== 0) return true
  const isPerson = (classesAt(tokens, last) & (BIT.people | BIT.person)) !== 0
  if ((verb & BIT.ambiguousReport) !== 0) return isPerson || (hasFlag(tokens, last, CAPITAL) && last > 0)
  return isPerson || hasName(tokens, run) || (first & BIT.definite) !== 0
}

/** Whether a word of the run starts with a capital, other than a sentence's first word when that is a common one. */
export function hasName(tokens: Tokens, run: TokenRun): boolean {
  for (let at = run.from; at < run.to; at++)
    if (hasFlag(tokens, at, CAPITAL) && (at > 0 || tokens.ids[at] === 0)) return true
  return false
}

/** The group after "by" right behind token `at` ("a report by the Observatory"), or null. */
export const byWhom = (tokens: Tokens, at: number): TokenRun | null =>
  tokens.ids[at] === BY ? groupAfter(tokens, at + 1) : null

const classesAt = (tokens: Tokens, at: number): number => tokens.classes[at] ?? 0

const hasFlag = (tokens: Tokens, at: number, flags: number): boolean =>
  ((tokens.flags[at] ?? 0) & flags) !== 0
