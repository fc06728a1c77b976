import type { Actor } from '../accounts/account.ts'
import type { GivenVerdict } from '../claims/ruled.ts'
import type { Outcome, VerdictValue } from '../claims/vocabulary.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { ordinaryWordsOf } from '../reading/compare/ordinary-words.ts'
import { rewordingOf, type Rewording } from '../reading/compare/rewording.ts'
import type { ConfidenceLevel, Tests } from '../reading/document.ts'
import { isForList, verdictToConfirm } from '../review/confirmation.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { ReportPolicy } from '../review/report-policy.ts'
import type { Reason } from '../review/verdict.ts'
import { groupBy } from '../text/group-by.ts'
import { loadSaid, type SaidThere } from './load-said.ts'

/** A verdict on earlier words, as the reader can give it anew. `rationale`: only of the reader's own. */
export interface EarlierVerdict {
  readonly id: string
  readonly verdict: VerdictValue
  readonly tests: Tests
  readonly reason: Reason | null
  readonly rationale: string | null
  readonly confidence: ConfidenceLevel | null
  readonly checker: string
  readonly own: boolean
  readonly at: Date
}

/** A claim that was ruled on in other words, or leaning on other notes, than it has now. */
export interface RewordedClaim {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly outcome: Outcome | null
  /** Null where the words that were ruled on were destroyed, or the reader can confirm nothing. */
  readonly before: SaidThere | null
  readonly after: SaidThere | null
  readonly changes: readonly Rewording[]
  /** Null: nobody's that this reader could confirm; it is to be ruled on anew. */
  readonly verdict: EarlierVerdict | null
  /** It may be confirmed in a list. */
  readonly inList: boolean
}

interface ClaimRow {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: Outcome | null
  readonly placementId: string
  readonly wordingKey: string
}

interface VerdictRow extends GivenVerdict {
  readonly claimId: string
  readonly checker: string
  readonly reason: Reason | null
  readonly rationale: string | null
}

export interface RewordingsAsked {
  readonly report: { readonly id: string; readonly policy: ReportPolicy }
  readonly reader: Pick<Actor, 'id'>
  /** Only these claims. */
  readonly claimIds?: readonly string[]
}

/**
 * The claims of a report's present draft whose verdicts were given on other words, as one reader may confirm them, in order of their
 * place: those that are stale, and those that want a second person and that the reader ruled on before.
 */
export async function listRewordings(
  db: Database | Transaction,
  { report, reader, claimIds }: RewordingsAsked,
): Promise<RewordedClaim[]> {
  const claims = await claimsReworded(db, report.id, reader.id, claimIds)
  if (claims.length === 0) return []
  const hidden = await loadHidden(db, report, reader.id)
  const verdicts = groupBy(await verdictsOn(db, report.id), ({ claimId }) => claimId)
  const found = claims.flatMap((claim) => {
    const given = verdicts.get(claim.id) ?? []
    const asked = { ...claim, hidden: hidden.claims.has(claim.id), verdicts: given }
    const confirmed = verdictToConfirm(asked, reader.id)
    return confirmed === null && (asked.hidden || !claim.stale) ? [] : [{ claim, confirmed }]
  })
  const { said, texts } = await loadSaid(
    db,
    found.flatMap(({ claim, confirmed }) =>
      confirmed === null ? [claim.placementId] : [claim.placementId, confirmed.placementId],
    ),
  )
  const isOrdinary = ordinaryWordsOf(...texts)
  return found.map(({ claim, confirmed }): RewordedClaim => {
    const after = said.get(claim.placementId) ?? null
    const before = confirmed === null ? null : (said.get(confirmed.placementId) ?? null)
    const changes = before === null || after === null ? [] : rewordingOf(before, after, isOrdinary)
    const verdict = confirmed === null ? null : earlier(confirmed, reader.id)
    const { id: claimId, number, version, differs, outcome } = claim
    const inList = isForList({ changes, differs, outcome, verdict })
    return { claimId, number, version, outcome, before, after, changes, verdict, inList }
  })
}

const earlier = (row: VerdictRow, readerId: string): EarlierVerdict => ({
  id: row.id,
  verdict: row.verdict as VerdictValue,
  tests: row.tests as Tests,
  reason: row.reason,
  rationale: row.checkerId === readerId ? row.rationale : null,
  confidence: row.confidence as ConfidenceLevel | null,
  checker: row.checker,
  own: row.checkerId === readerId,
  at: row.at,
})

const claimsReworded = (
  db: Database | Transaction,
  reportId: string,
  readerId: string,
  claimIds: readonly string[] | undefined,
): Promise<ClaimRow[]> => db.$queryRaw<ClaimRow[]>`
    SELECT c."id", c."number", c."version", c."stale", c."differs", c."outcome", p."id" AS "placementId", p."wordingKey"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."reportId" = ${reportId} AND c."setAside" IS NULL AND p."start" IS NOT NULL
      AND (c."stale" = TRUE OR (c."needsSecond" = TRUE AND c."checkers" < 2 AND EXISTS (
        SELECT 1 FROM "Verdict" v WHERE v."claimId" = c."id" AND v."checkerId" = ${readerId}
          AND v."wordingKey" <> p."wordingKey")))
      ${claimIds === undefined ? Prisma.empty : Prisma.sql`AND c."id" IN (${Prisma.join([...claimIds])})`}
    ORDER BY p."start"`

const verdictsOn = (db: Database | Transaction, reportId: string): Promise<VerdictRow[]> =>
  db.$queryRaw<VerdictRow[]>`
    SELECT v."id", v."claimId", v."checkerId", v."verdict", v."wordingKey", v."withdraws", v."placementId", v."tests",
           v."confidence", v."outcome", v."fixId", v."at", v."reason", a."name" AS "checker", COALESCE(t."body", t."destructionReason") AS "rationale"
    FROM "Verdict" v
    JOIN "Claim" c ON c."id" = v."claimId"
    JOIN "Account" a ON a."id" = v."checkerId"
    LEFT JOIN "SealedText" t ON t."id" = v."rationaleId"
    WHERE c."reportId" = ${reportId}
    ORDER BY v."seenVersion", v."at"`
