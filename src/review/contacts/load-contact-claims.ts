import type { Hidden } from '../../claims/hidden.ts'
import type { Status } from '../../claims/vocabulary.ts'
import type { Database } from '../../db/database.ts'

/** A claim that was put to somebody, as it stands now, with what they answered. */
export interface ContactClaimView {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly status: Status
  readonly stale: boolean
  readonly settled: boolean
  readonly outcome: string | null
  readonly setAside: string | null
  readonly quote: string
  /** Null: not found in the present draft. */
  readonly start: number | null
  /** Of the file, from 1; null where the format has no pages. */
  readonly page: number | null
  readonly answered: boolean
  /** Null: not answered, or kept from whoever asks. */
  readonly answer: string | null
  readonly words: string | null
  readonly answeredAt: Date | null
  readonly notedBy: string | null
  /** The evidence that the answer left, null before there is one: what whoever answers anew has seen. */
  readonly evidenceId: string | null
  /** How often it was answered before. */
  readonly anew: number
}

type Row = Omit<ContactClaimView, 'answered' | 'anew' | 'quote'> & {
  readonly notedById: string | null
  readonly quote: string | null
  readonly notes: bigint | number
}

/**
 * The claims of a contact in the report's order, those that are not found last. `words`: whether what was said is shown. `hidden`:
 * what is kept from a second checker until they have ruled: how a claim stands, and what others noted of it.
 */
export async function loadContactClaims(
  db: Database,
  contact: { readonly id: string; readonly draftId: string },
  { words, hidden }: { words: boolean; hidden: Hidden },
): Promise<ContactClaimView[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id" AS "claimId", c."number", c."version", c."status", c."stale", c."settled", c."outcome", c."setAside",
           p."quote", p."start", p."page", k."answer", COALESCE(t."body", t."destructionReason") AS "words", k."answeredAt", a."name" AS "notedBy", e."judgedById" AS "notedById",
           e."id" AS "evidenceId",
           (SELECT COUNT(*) FROM "Evidence" n
            WHERE n."contactId" = k."contactId" AND n."claimId" = k."claimId" AND n."withdraws" IS NULL) AS "notes"
    FROM "ContactClaim" k
    JOIN "Claim" c ON c."id" = k."claimId"
    LEFT JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = ${contact.draftId}
    LEFT JOIN "SealedText" t ON t."id" = k."answerId"
    LEFT JOIN "Evidence" e ON e."contactId" = k."contactId" AND e."claimId" = k."claimId"
      AND e."withdraws" IS NULL AND NOT EXISTS (SELECT 1 FROM "Evidence" s WHERE s."supersedesId" = e."id")
    LEFT JOIN "Account" a ON a."id" = e."judgedById"
    WHERE k."contactId" = ${contact.id}
    ORDER BY p."start" IS NULL, p."start", c."number"`
  return rows.map(({ notes, notedById, ...row }) => {
    const blind = hidden.ruled.has(row.claimId)
    const told = words && (!blind || notedById === hidden.readerId)
    return {
      ...row,
      ...(blind ? UNRULED : {}),
      quote: row.quote ?? '',
      answered: row.answer !== null,
      answer: told ? row.answer : null,
      words: told ? row.words : null,
      anew: Math.max(0, Number(notes) - 1),
    }
  })
}

const UNRULED = { status: 'unreviewed', stale: false, settled: false, outcome: null } as const
