import type { ExcerptCheck, QuotationResult } from '../../claims/excerpt/check-excerpt.ts'
import type { WordDifference } from '../../claims/excerpt/find-words.ts'

/** What an excerpt has of its claim, as it is printed. Empty lists: the claim has no quotation, and nothing is lacking. */
export interface CheckView {
  readonly quotations: readonly {
    readonly quote: string
    readonly words: string
    readonly good: boolean
    readonly differences: readonly WordDifference[]
  }[]
  /** Numbers and dates of the claim that the excerpt does not have. */
  readonly missing: readonly { readonly kind: string; readonly quote: string }[]
}

const RESULTS: Readonly<Record<QuotationResult, string>> = {
  found: 'found in the excerpt',
  'found with differences': 'found with differences',
  'not found': 'not found in the excerpt',
  'compared by a person': 'translated: a person compares it',
}

export const checkView = ({ quotations, missing }: ExcerptCheck): CheckView => ({
  quotations: quotations.map(({ quote, result, differences }) => ({
    quote,
    words: RESULTS[result],
    good: result === 'found',
    differences,
  })),
  missing,
})
