import { wordingKey } from '../claims/wording-key.ts'
import type { Prisma } from '../db/generated/sqlite/client.ts'
import { newId } from '../db/new-id.ts'
import type { Citation, ReadClaim, ReadDocument } from '../reading/document.ts'
import { sourceKeyOf } from '../sources/source-key.ts'
import type { Span } from '../text/span.ts'
import { foldedForSearch } from '../text/typography.ts'

/** Code units of text kept before and after a claim, to find it again. */
export const CONTEXT = 40

export type NoteRow = Prisma.NoteCreateManyInput
export type MarkerRow = Prisma.MarkerCreateManyInput

export const noteRows = (read: ReadDocument, draftId: string): readonly NoteRow[] =>
  read.notes.map(({ label, kind, start, end }, index) => ({
    id: newId(),
    draftId,
    index,
    label,
    kind,
    start,
    end,
  }))

export const markerRows = (
  read: ReadDocument,
  draftId: string,
  notes: readonly NoteRow[],
): readonly MarkerRow[] =>
  read.markers.map(({ label, start, end, note }, index) => ({
    id: newId(),
    draftId,
    index,
    label,
    start,
    end,
    noteId: idOf(notes, note),
  }))

/** Every citation with the note it stands in. */
export const citationsOf = (
  read: ReadDocument,
): readonly { note: number; index: number; citation: Citation }[] =>
  read.notes.flatMap(({ citations }, note) => citations.map((citation, index) => ({ note, index, citation })))

export function citationRows(
  read: ReadDocument,
  notes: readonly NoteRow[],
  sources: ReadonlyMap<string, string>,
): Prisma.CitationCreateManyInput[] {
  return citationsOf(read).map(({ note, index, citation }) => ({
    id: newId(),
    noteId: rowAt(notes, note).id,
    index,
    start: citation.start,
    end: citation.end,
    csl: JSON.stringify(citation.csl),
    sourceId: sources.get(sourceKeyOf(citation.csl)?.key ?? '') ?? null,
  }))
}

/** What a claim's words and notes are cut out of; `markers` and `notes` by the indexes that the claim names. */
export interface ClaimGround {
  readonly text: string
  readonly markers: readonly Span[]
  readonly notes: readonly Span[]
}

/** What of a placement follows from a claim's reading alone. */
export type ReadPlacement = Omit<Prisma.PlacementCreateManyInput, 'id' | 'claimId' | 'draftId'>

/** A claim of a draft as a row: where it stands, and how it sounds. */
export const placementRows = (
  read: ClaimGround,
  draftId: string,
  claim: ReadClaim,
  claimId: string,
): Prisma.PlacementCreateManyInput & { id: string } => ({
  id: newId(),
  claimId,
  draftId,
  ...readPlacement(read, claim),
})

/**
 * `inside`: the markers that stand in the claim's words where they are not just its own, because a person gave some to another
 * claim; none of them is a word.
 */
export function readPlacement(
  read: ClaimGround,
  claim: ReadClaim,
  inside: readonly Span[] = ownMarkers(read, claim),
): ReadPlacement {
  return {
    state: 'placed',
    start: claim.start,
    end: claim.end,
    page: claim.page ?? null,
    quote: claim.quote,
    folded: foldedForSearch(claim.quote),
    prefix: read.text.slice(Math.max(0, claim.start - CONTEXT), claim.start),
    suffix: read.text.slice(claim.end, claim.end + CONTEXT),
    wordingKey: keyOf(read, claim, inside),
    level: claim.confidence.level,
    score: claim.confidence.score,
    cues: JSON.stringify(claim.confidence.cues),
    boosters: JSON.stringify(claim.confidence.boosters),
    attribution: claim.attribution === null ? null : JSON.stringify(claim.attribution),
    tests: claim.tests,
    checkworthy: claim.checkworthy.score,
  }
}

/** What each marker of a claim vouches for. `markers`, `notes`: rows by the indexes that the claim names. */
export const scopeRows = (
  claim: ReadClaim,
  placementId: string,
  markers: readonly { readonly id: string }[],
  notes: readonly { readonly id: string }[],
): Prisma.PlacementNoteCreateManyInput[] =>
  claim.notes.map(({ marker, note, scope }, index) => ({
    placementId,
    index,
    markerId: rowAt(markers, marker).id,
    noteId: idOf(notes, note),
    start: scope.start,
    end: scope.end,
  }))

const ownMarkers = (read: ClaimGround, claim: ReadClaim): Span[] =>
  claim.notes.map(({ marker }) => rowAt(read.markers, marker))

function keyOf(read: ClaimGround, claim: ReadClaim, inside: readonly Span[]): string {
  const notes = claim.notes.map(({ note }) => {
    if (note === null) return null
    const { start, end } = rowAt(read.notes, note)
    return read.text.slice(start, end)
  })
  return wordingKey(read.text, claim, inside, notes)
}

const idOf = (rows: readonly { id: string }[], index: number | null): string | null =>
  index === null ? null : rowAt(rows, index).id

function rowAt<T>(rows: readonly T[], index: number): T {
  const row = rows[index]
  if (row === undefined) throw new RangeError(`A reading names row ${index} of ${rows.length}`)
  return row
}
