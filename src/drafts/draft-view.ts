import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import type { Block, Note, Sentence, Warning } from '../reading/document.ts'

/** A draft's text and what reading found in it. Offsets are UTF-16 code units into `text`. */
export interface DraftView {
  readonly id: string
  readonly reportId: string
  readonly number: number
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly (Omit<Note, 'citations' | 'kind'> & {
    readonly id: string
    readonly kind: string
  })[]
  readonly markers: readonly {
    readonly label: string
    readonly start: number
    readonly end: number
    readonly note: number | null
  }[]
  readonly sentences: readonly Sentence[]
  readonly warnings: readonly Warning[]
}

/**
 * One draft as it was read.
 * @throws NotFound no such draft, or its text was destroyed · NotAllowed its report is closed to this person
 */
export async function showDraft(db: Database, actor: Actor, id: string): Promise<DraftView> {
  const draft = await db.draft.findUnique({
    where: { id },
    include: {
      report: { select: { id: true, closed: true, sample: true } },
      text: { select: { body: true } },
      notes: { orderBy: { index: 'asc' } },
      markers: { orderBy: { index: 'asc' }, include: { note: { select: { index: true } } } },
    },
  })
  if (draft === null) throw new NotFound('There is no such draft.')
  await assertMayOnReport(db, actor, 'read report', draft.report)
  if (draft.text.body === null) throw new NotFound('The text of this draft was destroyed.')
  return {
    id: draft.id,
    reportId: draft.reportId,
    number: draft.number,
    text: draft.text.body,
    blocks: JSON.parse(draft.blocks) as Block[],
    notes: draft.notes.map(({ id: noteId, label, kind, start, end }) => ({
      id: noteId,
      label,
      kind,
      start,
      end,
    })),
    markers: draft.markers.map(({ label, start, end, note }) => ({
      label,
      start,
      end,
      note: note?.index ?? null,
    })),
    sentences: JSON.parse(draft.sentences) as Sentence[],
    warnings: JSON.parse(draft.warnings) as Warning[],
  }
}
