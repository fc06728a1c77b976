import { Invalid } from '../errors.ts'

/** Where a query stands: the author is asked, has answered, or the desk needs no answer any more. */
export const queryStates = ['open', 'answered', 'closed'] as const
export type QueryState = (typeof queryStates)[number]

/** How a query is answered: in words, by vouching for the claim, or by a source. */
export const queryAnswers = ['words', 'on me', 'source'] as const
export type QueryAnswer = (typeof queryAnswers)[number]

/** The longest query, in UTF-16 code units. */
export const LONGEST_QUERY = 5_000
/** The longest answer of an author, to a fix or a query. */
export const LONGEST_ANSWER = 10_000

/**
 * The words of a query without what surrounds them.
 * @throws Invalid there are none, or too many
 */
export function queryWords(given: string): string {
  const words = given.trim()
  if (words === '') throw new Invalid('Write what the author is asked.')
  if (words.length > LONGEST_QUERY) throw new Invalid(`Shorten the query to ${LONGEST_QUERY} characters.`)
  return words
}

/**
 * The words of an answer. `needed`: what to say where there must be some.
 * @throws Invalid there are none where they are needed, or too many
 */
export function answerWords(given: string | undefined, needed: string | null): string {
  const words = given?.trim() ?? ''
  if (words === '' && needed !== null) throw new Invalid(needed)
  if (words.length > LONGEST_ANSWER) throw new Invalid(`Shorten the answer to ${LONGEST_ANSWER} characters.`)
  return words
}
