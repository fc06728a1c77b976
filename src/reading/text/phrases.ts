import { readFileSync } from 'node:fs'

interface Phrases {
  readonly furniture: readonly string[]
  readonly contents: readonly string[]
  readonly headings: readonly string[]
}

const phrases = JSON.parse(readFileSync(new URL('./phrases.json', import.meta.url), 'utf8')) as Phrases
const furniture = new Set(phrases.furniture)
const contents = new Set(phrases.contents)
const headings = new Set([...phrases.headings, ...phrases.contents])

/** Longest phrase of the lists, with room for numbers and punctuation. Code units. */
const LONGEST = 60

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[\s:.!»>|]{1,60}$/, '')
    .replace(/\s+/g, ' ')

/** A leftover of the page round the text, such as a call to share it. */
export const isLeftover = (text: string): boolean => text.length <= LONGEST && furniture.has(bare(text))

/** The heading of a table of contents. */
export const isContentsHeading = (text: string): boolean => text.length <= LONGEST && contents.has(bare(text))

/** A heading that stands in most reports, in whatever case it is written. */
export const isCommonHeading = (text: string): boolean => text.length <= LONGEST && headings.has(bare(text))
