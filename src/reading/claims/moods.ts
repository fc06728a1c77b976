import {
  AUXILIARIES,
  EVALUATIVE,
  EXPECTING,
  FINITE,
  FIRST_PERSON,
  FUTURE,
  IMPERATIVE_OBJECTS,
  IMPERATIVES,
  PROSPECTS,
  REPORTING,
  REQUESTS,
  SUBORDINATORS,
} from './kind-words.ts'

/** Words in which the main verb of a plain sentence is looked for. */
const OPENING = 14
/** Words of a line of prose below which it needs a verb or a full stop to assert anything. */
const FRAGMENT = 12

const opensWith = (tokens: readonly string[], phrases: readonly string[]): boolean => {
  const head = ` ${tokens.slice(0, 8).join(' ')} `
  return phrases.some((phrase) => head.startsWith(` ${phrase} `))
}

const reports = (tokens: readonly string[]): boolean => tokens.some((token) => REPORTING.has(token))

/** Whether words assert anything, rather than label, number or date something. */
export function asserts(words: string, running: boolean): boolean {
  const tokens = words.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  if (tokens.length < 2) return isUnspaced(words)
  if (!/\p{L}{2}/u.test(words)) return false
  if (hasVerb(tokens)) return tokens.length > 2 || endsAsSentence(words) || /[:：]$/.test(words)
  if (!/[a-z]/i.test(words)) return running || endsAsSentence(words)
  if (endsAsSentence(words)) return running ? tokens.length > 1 : tokens.length > 3
  return running && tokens.length >= FRAGMENT && !words.endsWith(':')
}

/** Scripts without spaces between words: a sentence is one long token. */
const isUnspaced = (words: string): boolean =>
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{4}/.test(words)

const endsAsSentence = (words: string): boolean => /[.!?…。！？؟۔।॥።։။]["'”’»)\]」』]*$/.test(words)

const hasVerb = (tokens: readonly string[]): boolean =>
  tokens.some((token) => FINITE.has(token.toLowerCase().replaceAll('’', "'")) || /^[a-z]{2,}ed$/.test(token))

/** An imperative or a request: "Please …", "Click the …". A noun that looks like one ("Use of force") is none. */
export function isInstruction(tokens: readonly string[]): boolean {
  if (tokens.length > 40) return false
  if (opensWith(tokens, REQUESTS)) return true
  const [verb = '', object = '', then = ''] = tokens
  if (verb === 'note' && object === 'that') return false
  return IMPERATIVES.has(verb) && IMPERATIVE_OBJECTS.has(object) && !AUXILIARIES.has(then)
}

/** The writer's own opinion or judgement of what ought to be, with nobody else reported. */
export function isOpinion(tokens: readonly string[]): boolean {
  if (opensWith(tokens, FIRST_PERSON)) return true
  if (reports(tokens)) return false
  return opensWith(tokens, EVALUATIVE) || isNormative(tokens)
}

/** "The council should …": the first auxiliary of the main clause says what ought to be. Not "it should be noted that". */
function isNormative(tokens: readonly string[]): boolean {
  const at = mainAuxiliary(tokens)
  const verb = tokens[at]
  if (verb === 'ought') return true
  return verb === 'should' && tokens[at - 1] !== 'it' && tokens[at + 1] !== 'have'
}

/** What the writer says is to come, when that is the sentence's main verb and nobody else is reported to say so. */
export function isForecast(tokens: readonly string[]): boolean {
  if (opensWith(tokens, EXPECTING)) return true
  if (reports(tokens)) return false
  const at = mainAuxiliary(tokens)
  const verb = tokens[at] ?? ''
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
