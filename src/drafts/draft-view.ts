import { STORED_WORDS } from '../history/destruction.ts'
import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { Gone, NotFound } from '../errors.ts'
import type { Block, Note, Sentence, Warning } from '../reading/document.ts'
import { readingState, type ReadingState } from '../review/reading-state.ts'
import { standingReading, type StandingReading } from './standing-reading.ts'

/**
 * A draft's text and what reading found in it, with its corrections laid over it. Offsets are UTF-16 code units into `text`.
 * `notes` has every note that was ever read or marked by hand, so that indexes into it hold; `standing`: it is one now.
 */
export interface DraftView {
  readonly id: string
  readonly reportId: string
  readonly number: number
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly (Omit<Note, 'citations' | 'kind'> & {
    readonly id: string
    readonly kind: string
    readonly standing: boolean
  })[]
  readonly markers: readonly {
    readonly label: string
    readonly start: number
    readonly end: number
    readonly note: number | null
  }[]
  readonly sentences: readonly Sentence[]
  readonly warnings: readonly Warning[]
  readonly counts: DraftCounts
  readonly reading: ReadingState
}

/** What was found, as it stands. `citations`: works named in notes; `pages`: of the file, 0 where the format has none. */
export interface DraftCounts {
  readonly blocks: number
  readonly markers: number
  readonly notes: number
  readonly notesByKind: Readonly<Record<string, number>>
  readonly citations: number
  readonly sentences: number
  readonly claims: number
  readonly pages: number
  readonly warnings: number
}

/**
 * One draft as it was read.
 * @throws NotFound no such draft · Gone two people destroyed its text · NotAllowed its report is closed to this person
 */
export async function showDraft(db: Database, actor: Actor, id: string): Promise<DraftView> {
  const draft = await db.draft.findUnique({
    where: { id },
    include: {
      report: { select: { id: true, closed: true, sample: true } },
      text: { select: STORED_WORDS },
      notes: { orderBy: { index: 'asc' }, include: { _count: { select: { citations: true } } } },
    },
  })
  if (draft === null) throw new NotFound('There is no such draft.')
  await assertMayOnReport(db, actor, 'read report', draft.report)
  if (draft.text.body === null)
    throw new Gone(draft.text.destructionReason ?? 'The text of this draft was destroyed.')
  const [standing, reading, claims] = await Promise.all([
    standingReading(db, id),
    readingState(db, id),
    db.placement.count({ where: { draftId: id, claim: { setAside: null } } }),
  ])
  const stands = new Set(standing.notes.map(({ index }) => index))
  const warnings = JSON.parse(draft.warnings) as Warning[]
  const cited = draft.notes.filter(({ index }) => stands.has(index))
  return {
    id: draft.id,
    reportId: draft.reportId,
    number: draft.number,
    text: draft.text.body,
    blocks: standing.blocks,
    notes: draft.notes.map(({ id: noteId, index, label, kind, start, end }) => ({
      id: noteId,
      label,
      kind,
      start,
      end,
      standing: stands.has(index),
    })),
    markers: standing.markers.map(({ label, start, end, note }) => ({ label, start, end, note })),
    sentences: standing.sentences,
    warnings,
    counts: {
      ...countsOf(standing),
      citations: cited.reduce((sum, { _count }) => sum + _count.citations, 0),
      claims,
      warnings: warnings.length,
    },
    reading,
  }
}

function countsOf({ blocks, notes, markers, sentences }: StandingReading) {
  const notesByKind: Record<string, number> = {}
  for (const { kind } of notes) notesByKind[kind] = (notesByKind[kind] ?? 0) + 1
  return {
    blocks: blocks.length,
    markers: markers.length,
    notes: notes.length,
    notesByKind,
    sentences: sentences.length,
    pages: blocks.reduce((last, { page }) => Math.max(last, page ?? 0), 0),
  }
}
