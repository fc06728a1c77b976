import type { Database } from '../db/database.ts'
import type { LayerMarker } from '../reading/corrections/layer.ts'
import { standingSources } from '../sources/source-family.ts'
import type { Span } from '../text/span.ts'
import { standingMarks } from './standing-reading.ts'

/** A note of a draft with where it is called and which claims lean on it. Offsets are into the draft's text. */
export interface CalledNote {
  readonly id: string
  /** Among all notes that were ever read or marked in this draft. */
  readonly index: number
  readonly label: string
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly citations: readonly {
    readonly start: number
    readonly end: number
    readonly source: {
      readonly title: string
      readonly url: string | null
      readonly doNotFetch: boolean
      readonly fallen: string | null
    } | null
  }[]
  /** Where the text calls it, in claims or elsewhere. */
  readonly calls: readonly NoteCall[]
}

/** The words of one claim that a marker vouches for. */
export interface NoteScope {
  readonly start: number
  readonly end: number
  readonly claim: { readonly number: number; readonly status: string }
}

/** A marker by its index in the draft, and what it vouches for where it stands in a claim. */
export interface NoteCall {
  readonly marker: number
  readonly label: string
  readonly start: number
  readonly scope: NoteScope | null
}

export type UnansweredMarker = NoteCall

/**
 * All notes of a draft that stand in their order, and the markers that have none. `hidden`: numbers of the claims whose status is
 * not for this reader yet.
 */
export async function listNotes(
  db: Database,
  draftId: string,
  hidden: ReadonlySet<number> = new Set(),
): Promise<{ readonly notes: readonly CalledNote[]; readonly unanswered: readonly UnansweredMarker[] }> {
  const [standing, rows, scopes] = await Promise.all([
    standingMarks(db, draftId),
    loadNotes(db, draftId),
    loadScopes(db, draftId, hidden),
  ])
  const stands = new Set(standing.notes.map(({ index }) => index))
  const calls = callsByNote(standing.markers)
  const callOf = (marker: LayerMarker): NoteCall => ({
    marker: marker.index,
    label: marker.label,
    start: marker.start,
    scope: scopes.get(marker.index) ?? null,
  })
  return {
    notes: rows
      .filter(({ index }) => stands.has(index))
      .map((note) => ({ ...note, calls: (calls.get(note.index) ?? []).map(callOf) })),
    unanswered: standing.markers.filter(({ note }) => note === null).map(callOf),
  }
}

/** The notes of a draft, each citation with the source that it counts for. */
async function loadNotes(db: Database, draftId: string) {
  const notes = await db.note.findMany({
    where: { draftId },
    orderBy: { index: 'asc' },
    include: {
      citations: {
        orderBy: { index: 'asc' },
        select: { start: true, end: true, sourceId: true },
      },
    },
  })
  const cited = notes.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId))
  const sources = await standingSources(
    db,
    cited.filter((id) => id !== null),
  )
  return notes.map((note) => ({
    ...note,
    citations: note.citations.map(({ start, end, sourceId }) => ({
      start,
      end,
      source: sources.get(sourceId ?? '') ?? null,
    })),
  }))
}

/** What each marker of a draft vouches for, by its index. */
async function loadScopes(
  db: Database,
  draftId: string,
  hidden: ReadonlySet<number>,
): Promise<ReadonlyMap<number, NoteScope>> {
  const rows = await db.$queryRaw<(Span & NoteScope['claim'] & { readonly marker: number })[]>`
    SELECT m."index" AS "marker", s."start", s."end", c."number", c."status"
    FROM "PlacementNote" s
    JOIN "Marker" m ON m."id" = s."markerId"
    JOIN "Placement" p ON p."id" = s."placementId"
    JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId}`
  return new Map(
    rows.map(({ marker, start, end, number, status }) => [
      marker,
      { start, end, claim: { number, status: hidden.has(number) ? 'unreviewed' : status } },
    ]),
  )
}

function callsByNote(markers: readonly LayerMarker[]): ReadonlyMap<number, readonly LayerMarker[]> {
  const calls = new Map<number, LayerMarker[]>()
  for (const marker of markers) {
    if (marker.note === null) continue
    const known = calls.get(marker.note)
    if (known === undefined) calls.set(marker.note, [marker])
    else known.push(marker)
  }
  return calls
}
