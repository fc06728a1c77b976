/** Longest comment, in UTF-16 code units. */
export const LONGEST_COMMENT = 20_000

/** Most people that one comment may speak to. */
export const MOST_MENTIONS = 50

interface Person {
  readonly id: string
  readonly name: string
}

/**
 * Whom the words of a comment speak to: those whose name stands in them behind an `@`, whatever its case. The longest name
 * counts ("@Ana Berg" is not Ana), and a name that two people share is nobody's.
 */
export function mentionedIn(words: string, people: readonly Person[]): Person[] {
  const text = words.toLowerCase()
  const names = namesakes(people)
  const found = new Map<string, Person>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (/[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at))) continue // an e-mail address
    const named = longestNameAt(text, at + 1, names)
    if (named !== undefined) found.set(named.id, named)
  }
  return [...found.values()]
}

/** People by their name in lower case; null where several have it. Longest names first. */
function namesakes(people: readonly Person[]): [string, Person | null][] {
  const byName = new Map<string, Person | null>()
  for (const person of people) {
    const name = person.name.toLowerCase()
    byName.set(name, byName.has(name) ? null : person)
  }
  return [...byName].sort(([a], [b]) => b.length - a.length)
}

function longestNameAt(
  text: string,
  start: number,
  names: readonly [string, Person | null][],
): Person | undefined {
  const [, person] =
    names.find(([name]) => text.startsWith(name, start) && endsThere(text, start + name.length)) ?? []
  return person ?? undefined
}

const endsThere = (text: string, end: number): boolean => !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2))
