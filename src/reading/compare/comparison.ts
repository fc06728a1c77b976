import type { Span } from '../../text/span.ts'

/** A stretch of a document's text with its words: `quote` is `text.slice(start, end)`. */
export interface Quoted extends Span {
  readonly quote: string
}

/**
 * Where a passage went. `unchanged`: its words stand in their order, and no note that it leans on changed. `moved`: its words, which
 * stand once in each text, stand elsewhere. `edited`: words or a note changed. `deleted`: no place is certain.
 */
export type PassageStatus = 'unchanged' | 'moved' | 'edited' | 'deleted'

/** What changed. `typography`: quotation marks, dashes, spacing, marker labels; no change of what is said. */
export type Change = 'number' | 'name' | 'negation' | 'hedge' | 'note' | 'wording' | 'typography'

/** A place that a deleted passage may have gone to, for a person to decide. `similarity` from 0 to 1. */
export interface Proposal extends Quoted {
  readonly similarity: number
}

/** A sentence of the old document and where it stands in the new one; a quotation of several sentences is divided into them. */
export interface ComparedPassage {
  readonly old: Quoted
  readonly status: PassageStatus
  readonly new: Quoted | null
  readonly changes: readonly Change[]
  /** Look-alikes elsewhere, best first; only on a deleted passage, and only where there are any. */
  readonly proposals?: readonly Proposal[]
}

/** Passages in order of the old document; `added` in order of the new one. */
export interface Comparison {
  readonly passages: readonly ComparedPassage[]
  readonly added: readonly Quoted[]
}

export const quoteOf = (text: string, { start, end }: Span): Quoted => ({
  start,
  end,
  quote: text.slice(start, end),
})
