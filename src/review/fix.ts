import { Conflict, Invalid } from '../errors.ts'
import type { Span } from '../text/span.ts'

/** Where a fix stands; the last three once a next draft shows what became of it. */
export const fixStates = [
  'asked',
  'accepted',
  'declined',
  'withdrawn',
  'in',
  'missed',
  'changed otherwise',
] as const
export type FixState = (typeof fixStates)[number]

/** Whether its words are still to come into the draft. */
export const isWaiting = (state: string): boolean => state === 'asked' || state === 'accepted'

/** "was withdrawn", after the word fix. */
export const stateInWords = (state: string): string => {
  if (state === 'in') return 'is in the draft'
  if (state === 'missed') return 'was missed'
  return state === 'changed otherwise' ? 'was overtaken by another change' : `was ${state}`
}

/** The longest original or proposal, in UTF-16 code units. */
export const LONGEST_FIX = 10_000

/** Other words for exact words of a claim, which are named by their place in the draft or by which of their occurrences it is. */
export interface WordsProposed {
  readonly original: string
  readonly proposed: string
  /** Counted from 1 within the claim; needed where the words stand there more than once and no place is given. */
  readonly occurrence?: number | undefined
  /** In the draft's text. */
  readonly start?: number | undefined
  readonly end?: number | undefined
}

/** The words that a fix is for. `start`: of the claim in the draft. */
export interface ClaimWords {
  readonly number: number
  readonly start: number
  readonly quote: string
}

/**
 * Where the words of a fix stand in the draft.
 * @throws Conflict they do not stand there any more · Invalid they stand there more than once, or the proposal is none
 */
export function placeOfFix(claim: ClaimWords, given: WordsProposed): Span {
  assertProposal(claim, given)
  const start = given.start === undefined ? occurrenceOf(claim, given) : given.start - claim.start
  const end = start + given.original.length
  const fits = claim.quote.slice(Math.max(start, 0), end) === given.original
  if (start < 0 || !fits || (given.end !== undefined && given.end !== end + claim.start))
    throw wordsGone(claim, given.original)
  return { start: claim.start + start, end: claim.start + end }
}

function assertProposal({ quote }: ClaimWords, { original, proposed }: WordsProposed): void {
  if (original === '') throw new Invalid('Name the words that are to change.')
  if (Math.max(original.length, proposed.length) > LONGEST_FIX)
    throw new Invalid(`Shorten the fix to ${LONGEST_FIX} characters, or divide it.`)
  if (original === proposed) throw new Invalid('Change the words: the proposal is what stands there already.')
  if (original === quote && proposed.trim() === '')
    throw new Invalid('To take the whole claim out, decide that it is cut.')
}

function occurrenceOf(claim: ClaimWords, { original, occurrence }: WordsProposed): number {
  const found: number[] = []
  for (
    let at = claim.quote.indexOf(original);
    at >= 0;
    at = claim.quote.indexOf(original, at + original.length)
  )
    found.push(at)
  if (found.length > 1 && occurrence === undefined)
    throw new Invalid(
      `“${original}” stands in claim ${claim.number} ${found.length} times: say which one it is, from 1.`,
    )
  const at = found[(occurrence ?? 1) - 1]
  if (at === undefined) throw wordsGone(claim, original)
  return at
}

const wordsGone = ({ number, quote }: ClaimWords, original: string): Conflict =>
  new Conflict(
    `The words “${original}” do not stand there any more. Claim ${number} reads now: “${quote}”. Nothing was recorded.`,
  )

/** Words, spaces between them, and single other signs; `240,000` and `don’t` are one word each. */
export const tokensOf = (words: string): readonly string[] => words.match(TOKENS) ?? []

const TOKENS = /[\p{L}\p{M}\p{N}]+(?:['’.,:_-][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu

/**
 * The fewest whole words whose change turns what a claim says into what somebody typed over it. `start`: within `was`. Words
 * that only come in are given with a neighbour, so that there are exact words to stand in for.
 * @throws Invalid nothing was changed
 */
export function smallestFix(
  was: string,
  typed: string,
): { readonly start: number; readonly original: string; readonly proposed: string } {
  const words = typed.replaceAll('\r\n', '\n')
  const [before, after] = [tokensOf(was), tokensOf(words)]
  let first = 0
  while (first < before.length && before[first] === after[first]) first++
  if (first === before.length && first === after.length)
    throw new Invalid('Change the words, then send them.')
  const most = Math.min(before.length, after.length) - first
  let same = 0
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++
  let last = before.length - same
  const blank = (): boolean => before.slice(first, last).every((token) => token.trim() === '')
  while (first > 0 && blank()) first--
  while (last < before.length && blank()) last++
  const added = after.length - before.length
  return {
    start: before.slice(0, first).join('').length,
    original: before.slice(first, last).join(''),
    proposed: after.slice(first, last + added).join(''),
  }
}
