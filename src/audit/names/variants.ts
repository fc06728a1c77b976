import { groupBy } from '../../text/group-by.ts'
import type { NameUse } from './name-uses.ts'
import { bareLetters, soundOf } from './spelling.ts'

/** One spelling of a word of a name, with where it stands. */
export interface Spelling {
  readonly word: string
  readonly places: readonly NameUse[]
}

/** A word of a name where it stands, with how the other words of the name sound there. */
interface WordUse {
  readonly word: string
  readonly use: NameUse
  readonly beside: readonly string[]
}

/** Shorter sounds are shared by too many names: Li and Lee are two people. */
const SHORTEST_SOUND = 4

/**
 * Words of names that sound alike and are written differently where they are of one bearer, each as its spellings, the commonest
 * first. Two names are of one bearer when another word of theirs is the same too, or when they stand alone and only one bearer
 * is there: "Naftali Bennett" and "Gordon Bennet" stay two people. Acronyms are left out, and words that are ordinary ones, too.
 */
export function variantsIn(
  uses: readonly NameUse[],
  isOrdinary: (word: string) => boolean = () => false,
): (readonly Spelling[])[] {
  const words = uses.flatMap((use) =>
    use.words
      .filter((word) => /^\p{Lu}.*\p{Ll}/u.test(word) && !isOrdinary(word.toLowerCase()))
      .map((word) => ({ word, use, beside: use.words.filter((other) => other !== word).map(soundOf) })),
  )
  return [...groupBy(words, ({ word }) => soundOf(word))]
    .filter(([sound, group]) => sound.length >= SHORTEST_SOUND && spellingsOf(group).length > 1)
    .flatMap(([, group]) => bearersOf(group).map(spellingsOf))
    .filter((spellings) => spellings.length > 1 && !isEnding(spellings))
}

/** The uses of alike words, one list for each bearer. */
function bearersOf(group: readonly WordUse[]): (readonly WordUse[])[] {
  const bearers: { readonly known: Set<string>; readonly uses: WordUse[] }[] = []
  for (const one of group) {
    if (one.beside.length === 0) continue
    const same = bearers.find(({ known }) => one.beside.some((word) => known.has(word)))
    if (same === undefined) bearers.push({ known: new Set(one.beside), uses: [one] })
    else {
      same.uses.push(one)
      for (const word of one.beside) same.known.add(word)
    }
  }
  const alone = group.filter(({ beside }) => beside.length === 0)
  const [only, ...others] = bearers
  if (only !== undefined && others.length === 0) return [[...only.uses, ...alone]]
  return [...bearers.map(({ uses }) => uses), alone]
}

const spellingsOf = (uses: readonly WordUse[]): readonly Spelling[] =>
  [...groupBy(uses, ({ word }) => asSpelled(word)).values()]
    .map((places) => ({ word: places[0]?.word ?? '', places: places.map(({ use }) => use) }))
    .sort((a, b) => b.places.length - a.places.length)

/** Two words are spelled alike when they differ in case or in the kind of apostrophe alone. */
const asSpelled = (word: string): string => word.toLowerCase().replace(/[’‘ʼʿʾ`´]/gu, "'")

/** Whether spellings are one word with endings: "Houthi" and "Houthis". */
function isEnding(spellings: readonly Spelling[]): boolean {
  const [shortest = '', ...longer] = spellings
    .map(({ word }) => bareLetters(word))
    .sort((a, b) => a.length - b.length)
  return longer.every(
    (word) => word.startsWith(shortest) && /^(?:s|e|es|i|y|n|an|ian)$/.test(word.slice(shortest.length)),
  )
}
