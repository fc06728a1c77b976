import type { Transaction } from '../db/database.ts'
import type { Block } from '../reading/document.ts'
import type { Home } from '../reading/corrections/pair-claims.ts'
import type { Span } from '../text/span.ts'

/** A numbered claim with its place in a draft; `id` is its placement's. */
export interface ClaimHome extends Home {
  readonly claimId: string
  readonly number: number
  readonly state: string
  readonly wordingKey: string
  readonly page: number | null
  /** Made by a person, so that no reading finds it. */
  readonly byHand: boolean
}

/** Why an orphan's words are no claim, where they stand, and how it was placed before: `lost` of a placement. */
export interface LostPlace extends Span {
  readonly why: string
  readonly state: string
}

/** The claims that have, or had, a place in this draft: an orphan that a newer draft left behind has none. */
export async function loadHomes(tx: Transaction, draftId: string): Promise<ClaimHome[]> {
  const rows = await tx.placement.findMany({
    where: { draftId },
    select: {
      id: true,
      start: true,
      end: true,
      lost: true,
      state: true,
      wordingKey: true,
      page: true,
      claim: { select: { id: true, number: true, origin: true } },
    },
  })
  return rows.flatMap(({ lost, start, end, claim, ...row }) => {
    const place = lost === null ? null : (JSON.parse(lost) as LostPlace)
    const [from, to] = [place?.start ?? start, place?.end ?? end]
    if (from === null || to === null) return []
    return [
      {
        ...row,
        state: place?.state ?? row.state,
        start: from,
        end: to,
        lost: place !== null,
        claimId: claim.id,
        number: claim.number,
        byHand: claim.origin === 'hand',
      },
    ]
  })
}

/** The page of the file that a place is on, told from the nearest block or claim before it whose page is known. */
export function pagesOf(
  blocks: readonly Block[],
  homes: readonly ClaimHome[],
): (at: number) => { readonly page?: number } {
  const known = [...blocks, ...homes]
    .flatMap(({ start, page }) => (page == null ? [] : [{ start, page }]))
    .toSorted((a, b) => a.start - b.start || a.page - b.page)
  return (at) => {
    const page = known.findLast(({ start }) => start <= at)?.page
    return page === undefined ? {} : { page }
  }
}
