import { isQuantity } from './numbers.ts'
import type { Token } from './tokens.ts'

/** Whether a word, in lower case, is an ordinary one that has a capital only because of where it stands. */
export type IsOrdinary = (word: string) => boolean

const CAPITAL = /^\p{Lu}/u
const STOP = /^[.!?:…"“”„«»([•]$/u

/**
 * The `changed` tokens of a passage that name somebody or something. A capital makes a name, at the start of a sentence only
 * when the word stands with a small letter nowhere.
 */
export function namesIn(
  tokens: readonly Token[],
  changed: ReadonlySet<Token>,
  isOrdinary: IsOrdinary,
): Token[] {
  if (![...changed].some(isCapital)) return []
  const isTitle = isMostlyCapitals(tokens)
  return tokens.filter((token, index) => {
    if (!changed.has(token) || !isCapital(token)) return false
    const opens = index === 0 || STOP.test(tokens[index - 1]?.text ?? '')
    return (!opens && !isTitle) || !isOrdinary(bare(token.text).toLowerCase())
  })
}

const isCapital = (token: Token): boolean =>
  CAPITAL.test(token.text) && !/^I(?:['’]|$)/.test(token.text) && !isQuantity(token)

/** The names, without the s of a possessive, sorted. */
export const bareNames = (names: readonly Token[]): string[] => names.map(({ text }) => bare(text)).sort()

const bare = (name: string): string => name.replace(/['’]s$/, '')

/** A heading in capitals or with a capital on every word tells nothing by them. */
function isMostlyCapitals(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{4,}/u.test(text))
  return words.length > 2 && words.filter(({ text }) => CAPITAL.test(text)).length > words.length * 0.7
}
