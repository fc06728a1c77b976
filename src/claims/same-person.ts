import { foldedForSearch } from '../text/typography.ts'

const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady'])

/** The words of a name, titles and initials' points aside. */
const wordsOf = (name: string): string[] =>
  (foldedForSearch(name).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [])
    .map((word) => word.replace(/'s$/, ''))
    .filter((word) => !TITLES.has(word))

/**
 * Whether two names may be one person's: all words of one stand in the other ("Abel Roe", "Roe"). A suggestion for people to
 * look at, never a fact.
 */
export function maybeSamePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)].sort((x, y) => x.length - y.length)
  if (a === undefined || b === undefined || a.length === 0) return false
  const longer = new Set(b)
  return a.every((word) => longer.has(word))
}
