import { readFileSync } from 'node:fs'

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
export const FIRST_PERSON = data.firstPerson
export const EVALUATIVE = data.evaluative
export const EXPECTING = data.expecting
export const REQUESTS = data.requests
