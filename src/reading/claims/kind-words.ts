import { readFileSync } from 'node:fs'
import { openingsOf } from './openings.ts'

interface KindWords {
  readonly finite: string
  readonly reporting: string
  readonly firstPerson: readonly string[]
  readonly evaluative: readonly string[]
  readonly auxiliaries: string
  readonly future: string
  readonly prospects: string
  readonly subordinators: string
  readonly expecting: readonly string[]
  readonly requests: readonly string[]
  readonly imperatives: string
  readonly imperativeObjects: string
}

const data = JSON.parse(readFileSync(new URL('./kinds.json', import.meta.url), 'utf8')) as KindWords
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const FINITE = words(data.finite)
export const REPORTING = words(data.reporting)
export const AUXILIARIES = words(data.auxiliaries)
export const FUTURE = words(data.future)
export const PROSPECTS = words(data.prospects)
export const SUBORDINATORS = words(data.subordinators)
export const IMPERATIVES = words(data.imperatives)
export const IMPERATIVE_OBJECTS = words(data.imperativeObjects)
export const FIRST_PERSON = openingsOf(data.firstPerson)
export const EVALUATIVE = openingsOf(data.evaluative)
export const EXPECTING = openingsOf(data.expecting)
export const REQUESTS = openingsOf(data.requests)

/** Every word that an instruction, an opinion or a forecast can open with. */
const OPENERS: ReadonlySet<string> = new Set(
  [IMPERATIVES, FIRST_PERSON, EVALUATIVE, EXPECTING, REQUESTS].flatMap((list) => [...list.keys()]),
)

/** A word without which no main verb makes an opinion or a forecast. It may stand inside another word. */
const TELLING = new RegExp(['ought', 'should', 'shall', ...FUTURE, ...PROSPECTS].join('|'))

/**
 * Whether lower-case words, of which `first` is the first, may be anything but a plain claim. Most may not, and this tells
 * without dividing them into tokens.
 */
export const mayHaveMood = (words: string, first: string): boolean =>
  OPENERS.has(first) || TELLING.test(words)
