import type { Database, Transaction } from '../db/database.ts'

/** How far a draft's reading has been looked through. */
export interface ReadingState {
  /** How many corrections and withdrawals lie over the reading; 0 is the reading as it came. */
  readonly revision: number
  /** The newest confirmation, null while there is none. */
  readonly confirmation: Confirmation | null
  /** Whether it confirms the reading as it stands: a correction after it asks for another. */
  readonly confirmed: boolean
}

export interface Confirmation {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly revision: number
}

export async function readingState(db: Database | Transaction, draftId: string): Promise<ReadingState> {
  const [row] = await db.$queryRaw<StateRow[]>`
    SELECT (SELECT MAX(n."number") FROM "ReadingCorrection" n WHERE n."draftId" = d."id") AS "newest",
           c."revision", c."at", a."id" AS "byId", a."name" AS "byName"
    FROM "Draft" d
    LEFT JOIN "ReadingConfirmation" c ON c."draftId" = d."id" AND c."revision" =
      (SELECT MAX(m."revision") FROM "ReadingConfirmation" m WHERE m."draftId" = d."id")
    LEFT JOIN "Account" a ON a."id" = c."confirmedById"
    WHERE d."id" = ${draftId}`
  const revision = Number(row?.newest ?? 0)
  const confirmation = confirmationOf(row)
  return { revision, confirmation, confirmed: confirmation?.revision === revision }
}

interface StateRow {
  readonly newest: number | bigint | null
  readonly revision: number | null
  readonly at: Date | null
  readonly byId: string | null
  readonly byName: string | null
}

function confirmationOf(row: StateRow | undefined): Confirmation | null {
  if (row?.revision == null || row.at === null || row.byId === null) return null
  return { by: { id: row.byId, name: row.byName ?? '' }, at: row.at, revision: row.revision }
}
