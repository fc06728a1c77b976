import { Phrases } from './phrases.ts'
import { phrasesOf, readData, wordsOf } from './read-data.ts'

export type Known = 'name' | 'place' | 'people'

interface Country {
  readonly names: string
  readonly capitals: string
  readonly demonyms: string
}
interface Places {
  readonly kinds: { readonly capital: string; readonly small: string }
  readonly openings: string
  readonly of: string
  readonly peoples: readonly string[]
  readonly countries: readonly Country[]
  readonly cities: readonly string[]
  readonly regions: readonly string[]
}
const places = readData('places.json') as Places
const names = readData('names.json') as Readonly<Record<string, string | string[]>>
const listed = (key: string): ReadonlySet<string> => new Set(wordsOf(names[key] ?? ''))

/** What is known by its name alone. Adjectives and words for people are known as such, so that they are taken for neither. */
export const known = new Phrases<Known>('words')
  .addAll(wordsOf(places.peoples), 'people')
  .addAll(
    places.countries.flatMap(({ demonyms }) => phrasesOf(demonyms)),
    'people',
  )
  .addAll(['West', 'East', 'North', 'South', 'Allah', 'God'], 'people')
  .addAll(
    ['Middle Eastern', 'Eastern European', 'Western European', 'Central Asian', 'Latin American'],
    'people',
  )
  .addAll([...phrasesOf(places.cities), ...phrasesOf(places.regions)], 'place')
  .addAll(
    places.countries.flatMap((one) => [...phrasesOf(one.names), ...phrasesOf(one.capitals)]),
    'place',
  )
  .addAll(phrasesOf(names['known'] ?? ''), 'name')

/** Nouns that make the capitals before them, or after their "of" and "for", one name. */
export const HEADS = listed('heads')
export const PARTICLES = listed('particles')
export const LEADING_PARTICLES = listed('leading')
export const NEVER = listed('never')
export const NUMBERED = listed('numbered')
export const PLACE_KINDS: ReadonlySet<string> = new Set(wordsOf(places.kinds.capital))
export const SMALL_PLACE_KINDS: ReadonlySet<string> = new Set(wordsOf(places.kinds.small))
export const PLACE_OPENINGS: ReadonlySet<string> = new Set(wordsOf(places.openings))
export const PLACE_OF: ReadonlySet<string> = new Set(wordsOf(places.of))
