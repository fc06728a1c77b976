import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import type { Database } from '../db/database.ts'
import { correctionInWords } from '../history/kinds/readings.ts'
import type { Correction } from '../reading/corrections/correction.ts'
import { correctedWords } from './corrected-words.ts'

/** A correction as it is listed. `withdrawn`: who took it back when, null while it stands. */
export interface ListedCorrection {
  readonly id: string
  readonly number: number
  readonly kind: string
  /** "no part of the text: “Mine Commission, page 14”" */
  readonly words: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly reason: string | null
  readonly withdrawn: { readonly by: string; readonly at: Date } | null
}

/** The corrections that were ever laid over a draft's reading, newest first. */
export async function listCorrections(
  db: Database,
  { id: draftId, text }: { readonly id: string; readonly text: string },
): Promise<ListedCorrection[]> {
  const markers = await db.marker.findMany({ where: { draftId }, select: { index: true, start: true } })
  const rows = await db.readingCorrection.findMany({
    where: { draftId, withdraws: null },
    orderBy: { number: 'desc' },
    include: {
      reason: { select: STORED_WORDS },
      correctedBy: { select: { id: true, name: true } },
      withdrawal: { select: { at: true, correctedBy: { select: { name: true } } } },
    },
  })
  return rows.map(({ id, number, kind, payload, correctedBy, at, reason, withdrawal }) => ({
    id,
    number,
    kind,
    words: correctionInWords(kind, correctedWords({ text, markers }, JSON.parse(payload) as Correction)),
    by: correctedBy,
    at,
    reason: shownWords(reason),
    withdrawn: withdrawal === null ? null : { by: withdrawal.correctedBy.name, at: withdrawal.at },
  }))
}
