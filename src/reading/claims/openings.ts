/** Phrases that words can open with: of each first word, the words that may follow it. */
export type Openings = ReadonlyMap<string, readonly (readonly string[])[]>

/** Phrases of lower-case words by their first word, so that words which open with none cost one look-up. */
export function openingsOf(phrases: readonly string[]): Openings {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const [first = '', ...rest] = phrase.split(' ')
    const known = byFirst.get(first)
    if (known === undefined) byFirst.set(first, [rest])
    else known.push(rest)
  }
  return byFirst
}

/** Whether a sentence's tokens, in lower case, open with one of the phrases. */
export function opensWith(tokens: readonly string[], openings: Openings): boolean {
  const rests = openings.get(tokens[0] ?? '')
  return rests?.some((rest) => rest.every((word, at) => tokens[at + 1] === word)) ?? false
}
