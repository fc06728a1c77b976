import { notCheckableReasons, type Class, type NotCheckableReason } from '../claims/coverage.ts'
import { Invalid } from '../errors.ts'

/** What somebody says a sentence is. */
export interface Classifying {
  readonly kind: Class
  readonly because?: NotCheckableReason | undefined
  readonly words?: string | undefined
}

/** Longest explanation, in UTF-16 code units. */
export const LONGEST_WORDS = 2_000

/**
 * A classification with its gaps filled: only what is not checkable has a reason.
 * @throws Invalid not checkable without a reason, or *other* without words
 */
export function completeClassification({ kind, because, words }: Classifying): {
  readonly kind: Class
  readonly because: NotCheckableReason | null
  readonly words: string | null
} {
  const said = words?.trim() ?? ''
  const given = said === '' ? null : said
  if (kind === 'claim') return { kind, because: null, words: given }
  if (because === undefined)
    throw new Invalid(`Say why it is not checkable: ${notCheckableReasons.join(', ')}.`)
  if (because === 'other' && given === null)
    throw new Invalid('Say in words why it is not checkable, or choose one of the reasons.')
  return { kind, because, words: given }
}
