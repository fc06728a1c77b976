import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import type { DraftRead } from './recent-comparisons.ts'
import { groundOf, standingLayer } from './standing-layer.ts'

/** A draft as it is compared. */
export interface ComparableDraft extends DraftRead {
  readonly number: number
  readonly language: string
  /** It is at work. */
  readonly isPresent: boolean
}

/** @throws NotFound no such draft, or its text was destroyed */
export async function draftRead(db: Database, draftId: string): Promise<ComparableDraft> {
  const draft = await db.draft.findUnique({
    where: { id: draftId },
    select: {
      ...{ id: true, number: true, language: true },
      currentOf: { select: { id: true } },
      corrected: { select: { revision: true } },
    },
  })
  if (draft === null) throw new NotFound('There is no such draft.')
  const { layer, sentences } = await standingLayer(db, draft.id)
  return {
    ...{ id: draft.id, number: draft.number, language: draft.language },
    isPresent: draft.currentOf !== null,
    revision: draft.corrected?.revision ?? 0,
    read: { ...layer, sentences, notes: groundOf(layer).notes },
  }
}
