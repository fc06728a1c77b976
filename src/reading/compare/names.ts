import { isQuantity } from './numbers.ts'
import type { Token } from './tokens.ts'

/** Whether a word, in lower case, is an ordinary one that has a capital only because of where it stands. */
export type IsOrdinary = (word: string) => boolean

const CAPITAL = /^\p{Lu}/u
const STOP = /^[.!?:…"“”„«»([•]$/u

/** The words of a passage that name somebody or something, as they are written, sorted. */
export const namesOf = (tokens: readonly Token[], isOrdinary: IsOrdinary): string[] =>
  namesIn(tokens, isOrdinary)
    .map(({ text }) => bare(text))
    .sort()

/** A capital makes a name, at the start of a sentence only when the word stands with a small letter nowhere. */
export function namesIn(tokens: readonly Token[], isOrdinary: IsOrdinary): Token[] {
  const isTitle = isMostlyCapitals(tokens)
  return tokens.filter((token, index) => {
    if (!CAPITAL.test(token.text) || /^I(?:['’]|$)/.test(token.text) || isQuantity(token)) return false
    const opens = index === 0 || STOP.test(tokens[index - 1]?.text ?? '')
    return (!opens && !isTitle) || !isOrdinary(bare(token.text).toLowerCase())
  })
}

const bare = (name: string): string => name.replace(/['’]s$/, '')

/** A heading in capitals or with a capital on every word tells nothing by them. */
function isMostlyCapitals(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{4,}/u.test(text))
  return words.length > 2 && words.filter(({ text }) => CAPITAL.test(text)).length > words.length * 0.7
}
