import type { Transaction } from '../db/database.ts'
import { Gone } from '../errors.ts'
import { STORED_WORDS } from '../history/destruction.ts'
import type { Sentence } from '../reading/document.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import type { ClaimGround } from './draft-rows.ts'
import { standingReading } from './standing-reading.ts'

/** A draft's reading as it stands with the text it is of, and the rows of its notes and markers by their index. */
export interface StandingLayer {
  readonly layer: Layer
  readonly sentences: readonly Sentence[]
  readonly rows: NoteAndMarkerRows
}

export interface NoteAndMarkerRows {
  readonly notes: readonly { readonly id: string }[]
  readonly markers: readonly { readonly id: string }[]
}

/** @throws Gone two people destroyed the text of this draft */
export async function standingLayer(tx: Transaction, draftId: string): Promise<StandingLayer> {
  const { sentences, ...reading } = await standingReading(tx, draftId)
  return {
    layer: { ...(await textOf(tx, draftId)), ...reading },
    sentences,
    rows: await noteAndMarkerRows(tx, draftId),
  }
}

async function textOf(tx: Transaction, draftId: string): Promise<Pick<Layer, 'text' | 'language'>> {
  const { text, language } = await tx.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { language: true, text: { select: STORED_WORDS } },
  })
  if (text.body === null) throw new Gone(text.destructionReason ?? 'The text of this draft was destroyed.')
  return { text: text.body, language }
}

/** All rows of a draft's notes and markers; indexes count from 0 without a gap. */
export async function noteAndMarkerRows(tx: Transaction, draftId: string): Promise<NoteAndMarkerRows> {
  const asked = { where: { draftId }, orderBy: { index: 'asc' }, select: { id: true } } as const
  return { notes: await tx.note.findMany(asked), markers: await tx.marker.findMany(asked) }
}

/** A layer as claims are cut out of it: notes and markers at the places that their indexes name. */
export function groundOf({ text, notes, markers }: Layer): ClaimGround {
  return { text, notes: byIndex(notes), markers: byIndex(markers) }
}

function byIndex<T extends { readonly index: number }>(items: readonly T[]): readonly T[] {
  const placed: T[] = []
  for (const item of items) placed[item.index] = item
  return placed
}
