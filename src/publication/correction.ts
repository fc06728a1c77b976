import { Invalid } from '../errors.ts'
import { writtenWords } from '../review/written-words.ts'

/** `correction`: it was wrong; `clarification`: it could be misread. */
export const correctionKinds = ['correction', 'clarification'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** Longest words, in UTF-16 code units. */
export const LONGEST_CORRECTION = 5_000

/** What readers are told of a report that went out, as somebody writes it. */
export interface CorrectionWords {
  readonly kind: CorrectionKind
  /** Number of the claim that it is about. */
  readonly claim?: number | undefined
  /** The words that were published. */
  readonly was?: string | undefined
  /** What they should have said. */
  readonly now?: string | undefined
  /** What the readers are told. */
  readonly note: string
}

/** @throws Invalid nothing is told, new words without the old ones, the same words twice, or too many */
export function completeCorrection(given: CorrectionWords): CorrectionWords {
  const note = writtenWords(given.note, 'what the readers are told', LONGEST_CORRECTION)
  const was = optional(given.was, 'the words that were published')
  const now = optional(given.now, 'what they should have said')
  if (now !== undefined && was === undefined)
    throw new Invalid('Give the words that were published too, beside what they should have said.')
  if (now !== undefined && now === was)
    throw new Invalid(
      'The words that were published and what they should have said are the same: change one.',
    )
  return { ...given, was, now, note }
}

const optional = (given: string | undefined, what: string): string | undefined =>
  given === undefined || given.trim() === '' ? undefined : writtenWords(given, what, LONGEST_CORRECTION)
