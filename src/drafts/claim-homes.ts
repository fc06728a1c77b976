import { shapedBy, standingEdits, type ClaimEdit } from '../claims/claim-edit.ts'
import type { Transaction } from '../db/database.ts'
import type { Block } from '../reading/document.ts'
import type { Home } from '../reading/corrections/pair-claims.ts'
import type { Span } from '../text/span.ts'

/** A numbered claim with its place in a draft; `id` is its placement's. */
export interface ClaimHome extends Home {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly state: string
  readonly wordingKey: string
  readonly page: number | null
  readonly setAside: string | null
  /** Made by a person of a sentence, so that no reading finds it. */
  readonly byHand: boolean
  /** A person's edit decided its place, which no reading moves. */
  readonly shaped: boolean
  /** The markers that it leans on, by index. */
  readonly markers: readonly number[]
}

/**
 * Why an orphan's words are no claim, where they stand, and how it was placed before: `lost` of a placement. `by`: the edit that
 * took them away; without it a correction of the reading did, and another may bring them back.
 */
export interface LostPlace extends Span {
  readonly why: string
  readonly state: string
  readonly by?: string
  /** The markers that it leaned on, by index. */
  readonly markers?: readonly number[]
}

/** The claims that have, or had, a place in this draft, in order of it: an orphan that a newer draft left behind has none. */
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
      claim: { select: { id: true, number: true, version: true, origin: true, setAside: true } },
    },
  })
  const [shaped, markers] = [await shapedClaims(tx, draftId), await markersByPlacement(tx, draftId)]
  return rows
    .flatMap(({ lost, start, end, claim, ...row }): ClaimHome[] => {
      const place = lost === null ? null : (JSON.parse(lost) as LostPlace)
      const [from, to] = [place?.start ?? start, place?.end ?? end]
      if (from === null || to === null || place?.by !== undefined) return []
      return [
        {
          ...row,
          state: place?.state ?? row.state,
          start: from,
          end: to,
          lost: place !== null,
          claimId: claim.id,
          number: claim.number,
          version: claim.version,
          setAside: claim.setAside,
          byHand: claim.origin === 'hand',
          shaped: shaped.has(claim.id),
          markers: place?.markers ?? markers.get(row.id) ?? [],
        },
      ]
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Ids of the claims of a draft whose place an edit decided that nobody took back. */
async function shapedClaims(tx: Transaction, draftId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.claimEdit.findMany({
    where: { draftId },
    select: { id: true, withdraws: true, payload: true },
  })
  return new Set(
    standingEdits(rows).flatMap(({ payload }) =>
      shapedBy(JSON.parse(payload) as ClaimEdit).map(({ claimId }) => claimId),
    ),
  )
}

async function markersByPlacement(tx: Transaction, draftId: string): Promise<ReadonlyMap<string, number[]>> {
  const rows = await tx.$queryRaw<{ placementId: string; marker: number }[]>`
    SELECT s."placementId", m."index" AS "marker"
    FROM "PlacementNote" s
    JOIN "Placement" p ON p."id" = s."placementId"
    JOIN "Marker" m ON m."id" = s."markerId"
    WHERE p."draftId" = ${draftId}
    ORDER BY s."placementId", s."index"`
  const markers = new Map<string, number[]>()
  for (const { placementId, marker } of rows) {
    const known = markers.get(placementId)
    if (known === undefined) markers.set(placementId, [marker])
    else known.push(marker)
  }
  return markers
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
