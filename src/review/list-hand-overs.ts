import type { Database } from '../db/database.ts'

export interface HandOverView {
  readonly id: string
  readonly from: string
  /** By name; null: whoever comes next. */
  readonly to: string | null
  /** Null when two people destroyed the words. */
  readonly words: string | null
  readonly at: Date
  /** The reader's notice of it, while they have not seen it. */
  readonly unseen: string | null
}

/** Most notes that are listed; the oldest are left out. */
const MOST_NOTES = 100

/** The hand-over notes of a report, newest first. `onlyUnseen`: those that the reader has not seen, which stand on the desk. */
export async function listHandOvers(
  db: Database,
  reportId: string,
  reader: { readonly id: string },
  onlyUnseen = false,
): Promise<HandOverView[]> {
  const rows = await db.$queryRaw<HandOverView[]>`
    SELECT h."id", f."name" AS "from", t."name" AS "to", COALESCE(s."body", s."destructionReason") AS "words", h."at", n."id" AS "unseen"
    FROM "HandOver" h
    JOIN "Account" f ON f."id" = h."fromId"
    LEFT JOIN "Account" t ON t."id" = h."toId"
    JOIN "SealedText" s ON s."id" = h."wordsId"
    LEFT JOIN "Notice" n ON n."reportId" = h."reportId" AND n."kind" = 'hand-over' AND n."causedById" = h."fromId"
      AND n."at" = h."at" AND n."accountId" = ${reader.id} AND n."seenAt" IS NULL
    WHERE h."reportId" = ${reportId}
    ORDER BY h."at" DESC
    LIMIT ${MOST_NOTES}`
  return onlyUnseen ? rows.filter(({ unseen }) => unseen !== null) : rows
}
