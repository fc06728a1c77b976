import type { OpenForAuthor } from '../../review/open-for-author.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { type DiffPiece } from './word-diff.ts'
import { fixDiff } from './with-author.ts'

/** What an author typed into a form that was refused. `about`: the fix's or the query's id. */
export interface TypedAnswer {
  readonly about: string
  readonly words: string
}

/** What an author sees by a link: their open fixes and queries, each with its claim's words. */
export interface AuthorPage {
  readonly name: string
  readonly sentBy: string
  readonly deadline: TimeWords | null
  readonly expiresAt: TimeWords
  readonly claims: readonly AskedClaim[]
  /** Why an answer was refused, and what was typed where its form is no longer there. */
  readonly problem: { readonly text: string; readonly href: string | null } | null
  readonly kept: string | null
}

interface AskedClaim {
  readonly quote: string
  readonly language: string
  readonly items: readonly AskedItem[]
}

interface AskedItem {
  readonly is: 'fix' | 'query'
  readonly id: string
  readonly by: string
  readonly words: string
  readonly diff: readonly DiffPiece[]
  readonly deadline: TimeWords | null
  readonly typed: string
}

export function authorPage(
  { author, claims }: OpenForAuthor,
  typed: TypedAnswer | null,
  problem: string | null,
): AuthorPage {
  const typedInto = (id: string): string => (typed?.about === id ? typed.words : '')
  const asked = claims.map(({ quote, language, fixes, queries }) => ({
    ...{ quote, language },
    items: [
      ...queries.map((query) => ({
        ...{ is: 'query' as const, id: query.id, by: query.askedBy.name, words: query.words ?? '', diff: [] },
        deadline: query.deadline === null ? null : timeWords(query.deadline),
        typed: typedInto(query.id),
      })),
      ...fixes.map((fix) => ({
        ...{ is: 'fix' as const, id: fix.id, by: fix.askedBy.name, words: '', diff: fixDiff(fix) },
        deadline: null,
        typed: typedInto(fix.id),
      })),
    ],
  }))
  const open = asked.some(({ items }) => items.some(({ id }) => id === typed?.about))
  return {
    ...{ name: author.name, sentBy: author.sentBy, claims: asked, expiresAt: timeWords(author.expiresAt) },
    deadline: author.deadline === null ? null : timeWords(author.deadline),
    problem: problem === null ? null : { text: problem, href: open ? `#words-${typed?.about ?? ''}` : null },
    kept: open || typed === null || typed.words.trim() === '' ? null : typed.words,
  }
}
