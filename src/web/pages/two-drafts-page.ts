import type { ComparedClaim, ComparedDrafts, FixBecame } from '../../drafts/compare-drafts.ts'
import { type ComparedRow, comparedRows, type RowState } from './compare-rows.ts'
import {
  chipOf,
  foldedRows,
  placesOfMoved,
  shownRow,
  SideText,
  type ClaimChip,
  type ShownRow,
} from './compare-shown.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'

/** What the query string asks for: a page of rows, every row, or the unchanged ones that begin with one. */
export interface CompareAsked {
  readonly page: number
  readonly all: boolean
  /** Index of the first row of a fold that is open; null for none. */
  readonly open: number | null
}

export interface TwoDraftsPage {
  readonly oldNumber: number
  readonly newNumber: number
  readonly language: string
  readonly isPresent: boolean
  /** "12 edited", each kind that there is. */
  readonly counts: readonly { readonly count: number; readonly words: string }[]
  readonly fixes: readonly FixLine[]
  readonly cuts: { readonly gone: number; readonly missed: readonly ClaimChip[] }
  readonly orphans: readonly OrphanLine[]
  /** Orphans of drafts before the earlier one. */
  readonly olderOrphans: readonly ClaimChip[]
  /** Stale claims among these. */
  readonly stale: number
  readonly rows: readonly ShownRow[]
  readonly pages: PageLinks
  readonly all: boolean
}

export interface FixLine extends Pick<FixBecame, 'claimId' | 'number' | 'state'> {
  readonly diff: readonly DiffPiece[]
}

export interface OrphanLine {
  readonly chip: ClaimChip
  readonly quote: string
  readonly cut: boolean
  readonly proposals: readonly {
    readonly href: string
    readonly diff: readonly DiffPiece[]
    readonly percent: number
  }[]
}

const PER_PAGE = 120

/** Two drafts as the page shows them. `address`: of the page, with the two drafts in it and an open query string. */
export function twoDraftsPage(drafts: ComparedDrafts, asked: CompareAsked, address: string): TwoDraftsPage {
  const { old, new: next, claims, comparison } = drafts
  const rows = comparedRows(drafts)
  const folded = asked.all ? rows.map((row, at) => ({ row, at })) : foldedRows(rows, asked.open)
  const first = (asked.page - 1) * PER_PAGE
  const sides = { old: new SideText(old.read), new: new SideText(next.read) }
  const placed = placesOfMoved(folded)
  const chosen = asked.all ? `${address}&all=1` : address
  const nowhere = claims.filter((claim) => claim.new === null)
  return {
    oldNumber: old.number,
    newNumber: next.number,
    language: drafts.language,
    isPresent: drafts.isPresent,
    counts: countsOf(rows),
    fixes: drafts.fixes.map(({ claimId, number, state, original, proposed }) => ({
      ...{ claimId, number, state },
      diff: wordDiff(original, proposed),
    })),
    cuts: {
      gone: nowhere.filter(({ outcome }) => outcome === 'cut').length,
      missed: claims.filter((claim) => claim.outcome === 'cut' && claim.new !== null).map(chipOf),
    },
    orphans: nowhere.filter((claim) => claim.old !== null).map((claim) => orphanLine(claim, comparison)),
    olderOrphans: nowhere.filter((claim) => claim.old === null && claim.outcome !== 'cut').map(chipOf),
    stale: claims.filter(({ stale }) => stale).length,
    rows: folded.slice(first, first + PER_PAGE).map((one) => shownRow(one, sides, placed, address)),
    pages: pageLinks(
      { page: asked.page, perPage: PER_PAGE, total: folded.length },
      (page) => `${chosen}&page=${page}`,
    ),
    all: asked.all,
  }
}

function orphanLine(claim: ComparedClaim, { passages }: ComparedDrafts['comparison']): OrphanLine {
  const on = claim.old
  const proposals = passages
    .filter(({ old }) => on !== null && old.start < on.end && old.end > on.start)
    .flatMap((passage) => passage.proposals ?? [])
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, 3)
  return {
    chip: chipOf(claim),
    quote: claim.quote,
    cut: claim.outcome === 'cut',
    proposals: proposals.map(({ start, end, quote, similarity }) => ({
      href: `/claims/${claim.id}/place?at=${start}-${end}`,
      diff: wordDiff(claim.quote, quote),
      percent: Math.round(similarity * 100),
    })),
  }
}

function countsOf(rows: readonly ComparedRow[]): TwoDraftsPage['counts'] {
  const words: readonly (readonly [RowState, string])[] = [
    ['unchanged', 'as they stood'],
    ['moved', 'moved'],
    ['edited', 'edited'],
    ['deleted', 'not found: cut or moved?'],
    ['added', 'new'],
  ]
  return words.flatMap(([state, said]) => {
    const count = rows.filter((row) => row.state === state).length
    return count === 0 ? [] : [{ count, words: said }]
  })
}
