import { Invalid } from '../../errors.ts'
import { writtenWords } from '../../review/written-words.ts'

/** How a complaint came. */
export const complaintWays = ['letter', 'e-mail', 'telephone', 'in person', 'page'] as const
export type ComplaintWay = (typeof complaintWays)[number]

export const complaintDecisions = ['upheld', 'partly', 'rejected'] as const
export type ComplaintDecision = (typeof complaintDecisions)[number]

/** `withdrawn`: by who complained. */
export const complaintStates = ['open', ...complaintDecisions, 'withdrawn'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** Longest words, in UTF-16 code units. */
export const LONGEST_COMPLAINT = 20_000
export const LONGEST_FROM = 1_000
export const LONGEST_QUOTE = 5_000

/** A complaint as somebody writes it down. */
export interface ComplaintWords {
  /** Who complains, and how to reach them. */
  readonly from: string
  /** What they say. */
  readonly words: string
  readonly way: ComplaintWay
  readonly receivedAt: Date
  readonly replyDue?: Date | undefined
  /** The words of the publication that it is about. */
  readonly quote?: string | undefined
  /** Numbers of claims that it is about. */
  readonly claims: readonly number[]
}

/** @throws Invalid nobody complains, nothing is said, too much, or days that do not fit */
export function completeComplaint(given: ComplaintWords, now: Date): ComplaintWords {
  const from = writtenWords(given.from, 'who complains, and how to reach them', LONGEST_FROM)
  const words = writtenWords(given.words, 'what they say', LONGEST_COMPLAINT)
  const quoted = given.quote?.trim() ?? ''
  const quote = quoted === '' ? undefined : writtenWords(quoted, 'the words that it is about', LONGEST_QUOTE)
  if (given.receivedAt > now)
    throw new Invalid('A complaint was received today at the latest: change the day.')
  if (given.replyDue !== undefined && given.replyDue < given.receivedAt)
    throw new Invalid('The reply is due after the complaint came: change one of the days.')
  return { ...given, from, words, quote }
}

/** What is kept of what they say: with the words that it is about, where they named some. */
export const keptWords = ({ words, quote }: Pick<ComplaintWords, 'words' | 'quote'>): string =>
  quote === undefined ? words : `About “${quote}”:\n\n${words}`

/** An open complaint whose reply is not written in time. */
export const isOverdue = (
  { state, replyDue }: { readonly state: string; readonly replyDue: Date | null },
  now: Date,
): boolean => state === 'open' && replyDue !== null && replyDue < now
