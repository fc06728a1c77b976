import type { Database } from '../db/database.ts'
import { placementStates, type PlacementState } from '../claims/vocabulary.ts'

/** A draft with how its claims stand in it. */
export interface DraftLine {
  readonly id: string
  readonly number: number
  readonly sourceName: string
  readonly importedAt: Date
  /** What stands in the place of its text and its file, where two people destroyed them; null each where they are there. */
  readonly destroyed: { readonly text: string | null; readonly original: string | null }
  /** Null: from the command line. */
  readonly importedBy: string | null
  readonly claims: Readonly<Record<PlacementState, number>>
}

/** The drafts of a report, newest first. Whoever asks may read the report. */
export async function listDrafts(db: Database, reportId: string): Promise<DraftLine[]> {
  const drafts = await db.draft.findMany({
    where: { reportId },
    orderBy: { number: 'desc' },
    select: {
      ...{ id: true, number: true, sourceName: true, importedAt: true },
      importedBy: { select: { name: true } },
      text: { select: { destructionReason: true } },
      original: { select: { destructionReason: true } },
    },
  })
  const counts = await db.placement.groupBy({
    by: ['draftId', 'state'],
    where: { draft: { reportId }, claim: { setAside: null } },
    _count: { _all: true },
  })
  const countOf = (id: string, state: PlacementState): number =>
    counts.find((count) => count.draftId === id && count.state === state)?._count._all ?? 0
  return drafts.map(({ importedBy, text, original, ...draft }) => ({
    ...draft,
    importedBy: importedBy?.name ?? null,
    destroyed: { text: text.destructionReason, original: original.destructionReason },
    claims: Object.fromEntries(
      placementStates.map((state) => [state, countOf(draft.id, state)]),
    ) as unknown as DraftLine['claims'],
  }))
}
