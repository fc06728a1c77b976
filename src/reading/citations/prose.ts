import { readFileSync } from 'node:fs'

interface ProseWords {
  readonly tells: readonly string[]
  readonly signals: readonly string[]
  readonly continuations: readonly string[]
  readonly repeats: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./prose.json', import.meta.url), 'utf8')) as ProseWords
const literal = (list: readonly string[]): string => list.map((word) => word.replaceAll('.', '\\.')).join('|')

/** Lower case only: in the title of a work these words are mostly capitalised. */
const tell = new RegExp(`\\b(?:${literal(words.tells)})(?![\\w-])`)
const signalStart = new RegExp(`^[\\s,]*(?:but |and )?(?:${literal(words.signals)})(?![\\w-])`, 'i')
const opening = /^\s*(?:It|This|These|They|He|She|We|There|However|Although) (?:\p{Ll}|,)/u
const leadingSignal = new RegExp(
  `^[\\s,;]*(?:but |and )?(?:${literal(words.signals)})(?![\\w-])(?:,? e\\.g\\.,?)?,?:?\\s+`,
  'i',
)
const continuation = new RegExp(`^\\(?(?:${literal(words.continuations)})(?![\\w-])`, 'i')
const repeat = new RegExp(
  `^[\\s,]*(?:(?:see|cf\\.)\\s(?:also\\s)?)?(?:${literal(words.repeats)})(?!\\w)|\\b(?:op|loc)\\. ?cit\\b|\\bsupra\\b`,
  'i',
)

/** "See", "Cf.", "Quoted in" … with what leads to the work after it: where a citation inside a sentence begins. */
export const signalPattern = new RegExp(
  `\\b(?:${literal(words.signals)})(?:,? e\\.g\\.,?)?,?:?\\s+(?=[\\p{Lu}\\d\\uE000\\uE001])`,
  'gu',
)

/** Whether a sentence is running prose. Quotations and addresses should be masked, so that they do not speak for it. */
export const isProse = (sentence: string): boolean =>
  opening.test(sentence) || (tell.test(sentence) && /\w\s+\w+\s+\w/.test(sentence))

/** How many characters of a citation's beginning are "see", "see also", "cf." and the space after it. */
export const signalLength = (text: string): number => leadingSignal.exec(text)?.[0].length ?? 0

/** "See", "See also", "Cf." at the start. */
export const startsWithSignal = (sentence: string): boolean => signalStart.test(sentence)

/** "Retrieved …", "Available at …", "doi: …": a sentence that goes on with the citation before it. */
export const continuesCitation = (sentence: string): boolean =>
  /^[\uE000]/.test(sentence) || continuation.test(sentence)

/** "Ibid.", "op. cit.": a citation of something cited before, which this note alone does not name. */
export const repeatsEarlier = (sentence: string): boolean => repeat.test(sentence)
