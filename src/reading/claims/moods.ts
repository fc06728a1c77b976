import {
  AUXILIARIES,
  EVALUATIVE,
  EXPECTING,
  FINITE,
  FIRST_PERSON,
  FUTURE,
  IMPERATIVE_OBJECTS,
  IMPERATIVES,
  mayHaveMood,
  PROSPECTS,
  REPORTING,
  REQUESTS,
  SUBORDINATORS,
} from './kind-words.ts'
import { opensWith } from './openings.ts'

/** Words in which the main verb of a plain sentence is looked for. */
const OPENING = 14
/** Code units that hold the first words. */
const HEAD = 160
/** Code units: a longer sentence asks nobody to do anything. */
const LONGEST_INSTRUCTION = 300
/** Code units from which running prose with a full stop at its end is taken for an assertion unseen. */
const PLAINLY_LONG = 60
/** Share of letters among the visible characters of prose. */
const MOSTLY = 0.5
/** Words of a line of prose below which it needs a verb or a full stop to assert anything. */
const FRAGMENT = 12

const reports = (words: string): boolean => tokensOf(normalised(words)).some((token) => REPORTING.has(token))

/** Whether words assert anything, rather than label, number or date something. */
export function asserts(words: string, running: boolean): boolean {
  if (running && words.length > PLAINLY_LONG && endsAsSentence(words) && /[\p{L}]{3}/u.test(words))
    return true
  const tokens = words.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []
  if (tokens.length < 2) return isUnspaced(words)
  if (!/\p{L}{2}/u.test(words)) return false
  if (hasVerb(tokens)) return tokens.length > 2 || endsAsSentence(words) || /[:：]$/.test(words)
  if (!/[a-z]/i.test(words)) return running || endsAsSentence(words)
  if (endsAsSentence(words)) return running ? !isName(tokens) : tokens.length > 3
  return running && tokens.length >= FRAGMENT && !words.endsWith(':') && !isDrawing(words)
}

/** A signature or title of a few capitalised words. */
const isName = (tokens: readonly string[]): boolean =>
  tokens.length < 5 && tokens.every((token) => /^[\p{Lu}\p{N}]/u.test(token))

/** Scripts without spaces between words: a sentence is one long token. */
const isUnspaced = (words: string): boolean =>
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{4}/.test(words)

const endsAsSentence = (words: string): boolean => ENDED.test(words.slice(-8))

const ENDED = /[.!?…。！？؟۔।॥።։။]["'”’»)\]」』]*$/

/** Finite verbs as they are written: a capital makes most of them names ("United States"), auxiliaries aside. */
const hasVerb = (tokens: readonly string[]): boolean =>
  tokens.some((token) => {
    const plain = token.includes('’') ? token.replaceAll('’', "'") : token
    if (FINITE.has(plain) || AUXILIARIES.has(plain.toLowerCase())) return true
    return plain.endsWith('ed') && /^[a-z]{4,}$/.test(plain)
  })

/** Rules, boxes and columns of figures are drawn with more signs than letters. */
const isDrawing = (words: string): boolean => {
  const marks = words.replace(/\s+/g, '')
  return marks.replace(/\P{L}+/gu, '').length < marks.length * MOSTLY
}

/** The kind of a sentence that nobody else is quoted in, by the words it opens with. */
export function moodOf(words: string): 'instruction' | 'opinion' | 'forecast' | 'claim' {
  const head = normalised(words.slice(0, HEAD))
  if (!mayHaveMood(head, TOKEN.exec(head)?.[0] ?? '')) return 'claim'
  const tokens = tokensOf(head)
  if (words.length < LONGEST_INSTRUCTION && isInstruction(tokens)) return 'instruction'
  if (opensWith(tokens, FIRST_PERSON)) return 'opinion'
  if (opensWith(tokens, EXPECTING)) return 'forecast'
  const mood = isOpinion(tokens) ? 'opinion' : isForecast(tokens) ? 'forecast' : 'claim'
  return mood !== 'claim' && reports(words) ? 'claim' : mood
}

const normalised = (words: string): string => words.toLowerCase().replaceAll('’', "'")

const TOKEN = /[\p{L}\p{N}'-]+|[,:;()]/u
const TOKENS = new RegExp(TOKEN, 'gu')

const tokensOf = (words: string): string[] => words.match(TOKENS) ?? []

/** An imperative or a request: "Please …", "Click the …". A noun that looks like one ("Use of force") is none. */
function isInstruction(tokens: readonly string[]): boolean {
  if (opensWith(tokens, REQUESTS)) return true
  const [verb = '', object = '', then = ''] = tokens
  if (verb === 'note' && object === 'that') return false
  return IMPERATIVES.has(verb) && IMPERATIVE_OBJECTS.has(object) && !AUXILIARIES.has(then)
}

/** The writer's own judgement of what is good or ought to be. */
const isOpinion = (tokens: readonly string[]): boolean => opensWith(tokens, EVALUATIVE) || isNormative(tokens)

/** "The council should …": the first auxiliary of the main clause says what ought to be. Not "it should be noted that". */
function isNormative(tokens: readonly string[]): boolean {
  const at = mainAuxiliary(tokens)
  const verb = tokens[at]
  if (verb === 'ought') return true
  return verb === 'should' && tokens[at - 1] !== 'it' && tokens[at + 1] !== 'have'
}

/** What is to come, when that is the sentence's main verb. */
function isForecast(tokens: readonly string[]): boolean {
  const at = mainAuxiliary(tokens)
  const verb = tokens[at] ?? ''
  // In rules and contracts "shall" binds others; only writers foretell with it, of themselves.
  if (verb === 'shall') return /^(?:i|we)$/.test(tokens[at - 1] ?? '')
  return (
    FUTURE.has(verb) || (/^(?:is|are|isn't|aren't)$/.test(verb) && hasProspect(tokens.slice(at + 1, at + 6)))
  )
}

const hasProspect = (after: readonly string[]): boolean => {
  const at = after.findIndex((token) => PROSPECTS.has(token))
  return at >= 0 && after[at + 1] === 'to' && !/ed$|^(?:be|have)$/.test(after[0] ?? '')
}

/**
 * Index of the first auxiliary among the first words, or -1 when a subordinate clause stands before it or another
 * verb may be the main one.
 */
function mainAuxiliary(tokens: readonly string[]): number {
  const at = tokens.findIndex((token) => AUXILIARIES.has(token) || token === 'ought')
  if (at < 1 || at > OPENING) return -1
  const before = tokens.slice(0, at)
  return before.some((token) => SUBORDINATORS.has(token) || FINITE.has(token) || /\w{3}ed$/.test(token))
    ? -1
    : at
}
