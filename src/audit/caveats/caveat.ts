import { findWords } from '../../claims/find-words.ts'
import type { Span } from '../../text/span.ts'

/** Longest caveat, in UTF-16 code units. */
export const LONGEST_CAVEAT = 1_000

/** The words by which a draft tells its readers that a claim is disputed. */
export interface StandingCaveat {
  readonly id: string
  readonly claimId: string
  readonly words: string
  /** Of the sealed words. */
  readonly wordsHash: string
  readonly by: string
  /** Where they stand in the draft at work; null where they stand there no longer. */
  readonly span: Span | null
}

/** Where words stand in the blocks of a draft, first. Never somewhere that is only alike. */
export const placeOfWords = (text: string, blocks: readonly Span[], words: string): Span | null =>
  findWords(text, blocks, words)[0] ?? null
