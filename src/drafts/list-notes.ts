import type { Database } from '../db/database.ts'

/** A note of a draft with where it is called and which claims lean on it. Offsets are into the draft's text. */
export interface CalledNote {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly citations: readonly {
    readonly start: number
    readonly end: number
    readonly source: { readonly title: string; readonly url: string | null } | null
  }[]
  readonly scopes: readonly NoteScope[]
  /** How often the text calls it, in claims or elsewhere. */
  readonly calls: number
}

/** The words of one claim that a marker vouches for. */
export interface NoteScope {
  readonly start: number
  readonly end: number
  readonly claim: { readonly number: number; readonly status: string }
}

/** A marker without a note, and the claim that leans on it where one does. */
export interface UnansweredMarker {
  readonly label: string
  readonly start: number
  readonly scope: NoteScope | null
}

const SCOPE = {
  select: {
    start: true,
    end: true,
    placement: { select: { claim: { select: { number: true, status: true } } } },
  },
} as const

/** All notes of a draft in their order, and the markers that have none. */
export async function listNotes(
  db: Database,
  draftId: string,
): Promise<{ readonly notes: readonly CalledNote[]; readonly unanswered: readonly UnansweredMarker[] }> {
  const [notes, markers] = await Promise.all([
    db.note.findMany({
      where: { draftId },
      orderBy: { index: 'asc' },
      include: {
        citations: {
          orderBy: { index: 'asc' },
          select: { start: true, end: true, source: { select: { title: true, url: true } } },
        },
        scopes: SCOPE,
        _count: { select: { markers: true } },
      },
    }),
    db.marker.findMany({
      where: { draftId, noteId: null },
      orderBy: { index: 'asc' },
      select: { label: true, start: true, scopes: SCOPE },
    }),
  ])
  return {
    notes: notes.map(({ scopes, _count, ...note }) => ({
      ...note,
      scopes: scopes.map(scopeOf),
      calls: _count.markers,
    })),
    unanswered: markers.map(({ label, start, scopes: [scope] }) => ({
      label,
      start,
      scope: scope === undefined ? null : scopeOf(scope),
    })),
  }
}

const scopeOf = ({
  start,
  end,
  placement,
}: {
  start: number
  end: number
  placement: { claim: NoteScope['claim'] }
}): NoteScope => ({ start, end, claim: placement.claim })
