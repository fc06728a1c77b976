import type { Difference } from '../../publication/went-out/differences.ts'
import type { WentOutView } from '../../publication/went-out/show-went-out.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'

/** A text as it went out, difference by difference. */
export interface WentOutPage {
  readonly publication: number
  readonly draft: number
  readonly language: string
  readonly name: string
  readonly by: string
  readonly at: TimeWords
  /** Every passage stands in it as it was signed off, and nothing else does. */
  readonly exact: boolean
  readonly same: number
  /** "3 reworded", each kind that there is. */
  readonly counts: readonly { readonly count: number; readonly words: string }[]
  readonly rows: readonly DifferenceRow[]
  readonly pages: PageLinks
}

export interface DifferenceRow {
  readonly words: string
  /** What changed in it: "number, name". */
  readonly changes: string
  readonly diff: readonly DiffPiece[]
  readonly claims: readonly { readonly number: number; readonly href: string }[]
}

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  reworded: 'reworded',
  note: 'the note it leans on is another, or missing',
  moved: 'moved',
  cut: 'not found: cut, or no place is certain',
  added: 'added: nobody signed it off',
}

const PER_PAGE = 100

export function wentOutPage(view: WentOutView, page: number): WentOutPage {
  const { differences, claimIds } = view
  const first = (page - 1) * PER_PAGE
  return {
    ...{ publication: view.publication.number, draft: view.publication.draft, language: view.language },
    ...{ name: view.name, by: view.addedBy, at: timeWords(view.at), same: view.same },
    exact: differences.length === 0,
    counts: (Object.keys(KINDS) as Difference['kind'][]).flatMap((kind) => {
      const count = differences.filter((one) => one.kind === kind).length
      return count === 0 ? [] : [{ count, words: KINDS[kind].split(':', 1)[0] ?? '' }]
    }),
    rows: differences.slice(first, first + PER_PAGE).map(({ kind, old, new: next, changes, claims }) => ({
      words: KINDS[kind],
      changes: changes.join(', '),
      diff: wordDiff(old?.quote ?? '', next?.quote ?? ''),
      claims: claims.map((number) => ({ number, href: `/claims/${claimIds.get(number) ?? ''}` })),
    })),
    pages: pageLinks(
      { page, perPage: PER_PAGE, total: differences.length },
      (number) => `/went-out/${view.id}?page=${number}`,
    ),
  }
}
