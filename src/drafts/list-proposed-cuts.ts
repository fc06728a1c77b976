import type { Actor } from '../accounts/account.ts'
import type { Outcome, Status } from '../claims/vocabulary.ts'
import { asShown } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { ReportPolicy } from '../review/report-policy.ts'

/** A claim whose words stand nowhere in the present draft, so that they may have been cut. */
export interface ProposedCut {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly quote: string
  readonly status: Status
  readonly outcome: Outcome | null
  /** Number of the draft that it stood in last. */
  readonly draft: number
}

interface Row extends Omit<ProposedCut, 'claimId' | 'draft'> {
  readonly id: string
  /** A bigint, as a maximum is. */
  readonly draft: bigint | number
  readonly stale: boolean
  readonly differs: boolean
  readonly settled: boolean
}

/** The claims of a report that stand nowhere and of which nobody has said that they are cut, in order of their numbers. */
export async function listProposedCuts(
  db: Database,
  {
    report,
    reader,
  }: {
    readonly report: { readonly id: string; readonly policy: ReportPolicy }
    readonly reader: Pick<Actor, 'id'>
  },
): Promise<ProposedCut[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id", c."number", c."version", c."status", c."stale", c."differs", c."settled", c."outcome", p."quote",
           (SELECT MAX(d."number") FROM "Placement" o JOIN "Draft" d ON d."id" = o."draftId"
            WHERE o."claimId" = c."id" AND o."start" IS NOT NULL) AS "draft"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."reportId" = ${report.id} AND c."setAside" IS NULL AND p."start" IS NULL AND p."lost" IS NULL
      AND (c."outcome" IS NULL OR c."outcome" <> 'cut')
    ORDER BY c."number"`
  const hidden = await loadHidden(db, report, reader.id)
  return rows.map((row): ProposedCut => {
    const { id: claimId, number, version, quote, status, outcome, draft } = asShown(row, hidden)
    return { claimId, number, version, quote, status, outcome, draft: Number(draft) }
  })
}
