import type { TokenRun } from './found.ts'
import { CAPITAL, QUOTED, WORD, type Tokens } from './tokens.ts'
import { BIT, word } from './word-classes.ts'

const ACCORDING = word('according')
const TO = word('to')
const HYPHEN = word('-')
const A = word('a')
const AN = word('an')
const OF = word('of')
const THAT = word('that')

/** People (or reports) without names to whom something is put. `people` leaves out a leading "According to". */
export interface VagueSpeaker {
  readonly cue: TokenRun
  readonly people: TokenRun
  /** "anonymous", "unnamed" … : the text itself says that there is no name. */
  readonly anonymous: boolean
}

/** What the head of a group of nameless people can be. */
const HEADS = BIT.people | BIT.person | BIT.quantifier

/** Tokens after the people's noun within which their verb must stand ("sources close to the talks said"). */
const VERB_REACH = 8

/** "Anonymous sources", "some critics argue", "According to Hamas sources": every nameless speaker of a sentence, in order. */
export function vagueSpeakers(tokens: Tokens): VagueSpeaker[] {
  const speakers: VagueSpeaker[] = []
  if ((tokens.anyClass & HEADS) === 0) return speakers
  for (let head = 0; head < tokens.ids.length; head++) {
    if ((classesAt(tokens, head) & HEADS) === 0) continue
    const speaker = speakerAt(tokens, head)
    if (speaker !== null) speakers.push(speaker)
  }
  return speakers
}

function speakerAt(tokens: Tokens, head: number): VagueSpeaker | null {
  const kinds = classesAt(tokens, head)
  const isQuantifier = (kinds & BIT.quantifier) !== 0
  const from = startOfGroup(tokens, head)
  if (isQuantifier) return from === head && opinionFollows(tokens, head + 1) ? bare(head) : null
  const anonymous = rangeHas(tokens, from, head, BIT.anonymous)
  if (!anonymous && isKnown(tokens, from, kinds)) return null
  const people = { from, to: head + 1 }
  if (tokens.ids[from - 2] === ACCORDING && tokens.ids[from - 1] === TO)
    return { cue: { from: from - 2, to: head + 1 }, people, anonymous }
  return anonymous || verbFollows(tokens, head + 1) ? { cue: people, people, anonymous } : null
}

const bare = (at: number): VagueSpeaker => {
  const run = { from: at, to: at + 1 }
  return { cue: run, people: run, anonymous: false }
}

const classesAt = (tokens: Tokens, at: number): number => tokens.classes[at] ?? 0

/** The first token of the group of words that ends in the noun at `head`: modifiers, names and hyphens before it, and its article. */
function startOfGroup(tokens: Tokens, head: number): number {
  let from = head
  while (from > 0 && from > head - 8 && isModifier(tokens, from - 1)) from--
  const before = tokens.ids[from - 1]
  return before === A || before === AN ? from - 1 : from
}

function isModifier(tokens: Tokens, at: number): boolean {
  if (tokens.ids[at] === HYPHEN) return true
  const kinds = classesAt(tokens, at)
  if ((kinds & (BIT.peopleModifier | BIT.quantifier)) !== 0) return true
  const plain = (kinds & (BIT.determiner | BIT.conjunction | BIT.preposition | BIT.adverb | BIT.be)) === 0
  return plain && ((tokens.flags[at] ?? 0) & CAPITAL) !== 0
}

/** People whom the text has introduced, or a single person without "a": neither is nameless. */
const isKnown = (tokens: Tokens, from: number, kinds: number): boolean =>
  isDefinite(tokens, from, kinds) || ((kinds & BIT.person) !== 0 && !hasIndefinite(tokens, from))

/**
 * "the Hamas officials", "their critics": people the text has introduced. Before several people "that" opens a clause ("said
 * that critics …").
 */
function isDefinite(tokens: Tokens, from: number, kinds: number): boolean {
  const opensClause = tokens.ids[from - 1] === THAT && (kinds & BIT.people) !== 0
  const before = opensClause ? 0 : classesAt(tokens, from - 1)
  return ((before | classesAt(tokens, from)) & BIT.definite) !== 0
}

const hasIndefinite = (tokens: Tokens, from: number): boolean =>
  tokens.ids[from] === A || tokens.ids[from] === AN

function rangeHas(tokens: Tokens, from: number, to: number, bit: number): boolean {
  for (let at = from; at < to; at++) if ((classesAt(tokens, at) & bit) !== 0) return true
  return false
}

/** Whether a verb of saying or holding stands near enough after `from`, in the same clause. */
function verbFollows(tokens: Tokens, from: number): boolean {
  for (let at = from; at < Math.min(from + VERB_REACH, tokens.ids.length); at++) {
    if ((classesAt(tokens, at) & (BIT.report | BIT.opinion)) !== 0) return true
    const isWord = ((tokens.flags[at] ?? 0) & WORD) !== 0
    if (!isWord || ((tokens.flags[at] ?? 0) & QUOTED) !== 0) return false
    if (tokens.ids[at] !== OF && (classesAt(tokens, at) & BIT.conjunction) !== 0) return false
  }
  return false
}

/** "Some argue", "many have since claimed": the verb stands at once, adverbs and auxiliaries aside. */
function opinionFollows(tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + 3; at++) {
    const kinds = classesAt(tokens, at)
    if ((kinds & (BIT.report | BIT.opinion)) !== 0) return true
    if ((kinds & (BIT.adverb | BIT.have)) === 0) return false
  }
  return false
}
