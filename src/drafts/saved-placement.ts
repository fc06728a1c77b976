import { type SavedPlacement, withoutTexts, withTexts } from '../claims/claim-edit.ts'
import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { foldedForSearch } from '../text/typography.ts'
import { CONTEXT } from './draft-rows.ts'

/** Where a claim stands and how it sounds, as it is kept to be restored. Null where it stands nowhere. */
export async function savedPlacement(tx: Transaction, placementId: string): Promise<SavedPlacement | null> {
  const { start, end, ...row } = await tx.placement.findUniqueOrThrow({
    where: { id: placementId },
    include: {
      notes: {
        orderBy: { index: 'asc' },
        select: { markerId: true, noteId: true, start: true, end: true },
      },
    },
  })
  if (start === null || end === null) return null
  return {
    state: row.state,
    start,
    end,
    page: row.page,
    wordingKey: row.wordingKey,
    level: row.level,
    score: row.score,
    tests: row.tests,
    checkworthy: row.checkworthy,
    cues: withoutTexts(row.cues),
    boosters: withoutTexts(row.boosters),
    attribution: row.attribution === null ? null : withoutTexts(row.attribution),
    notes: row.notes,
  }
}

/** Puts a claim back exactly where it stood. `text`: of its draft. */
export async function restorePlacement(
  tx: Transaction,
  placementId: string,
  saved: SavedPlacement,
  text: string,
): Promise<void> {
  const { notes, cues, boosters, attribution, ...kept } = saved
  const { start, end } = saved
  const quote = text.slice(start, end)
  await tx.placementNote.deleteMany({ where: { placementId } })
  await tx.placement.update({
    where: { id: placementId },
    data: {
      ...kept,
      lost: null,
      quote,
      folded: foldedForSearch(quote),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
      cues: withTexts(cues, text),
      boosters: withTexts(boosters, text),
      attribution: attribution === null ? null : withTexts(attribution, text),
    },
    select: { id: true },
  })
  await insertRows(
    tx,
    'PlacementNote',
    notes.map((scope, index) => ({ placementId, index, ...scope })),
  )
}
