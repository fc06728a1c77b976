import { loadReportRulings } from '../claims/load-report-rulings.ts'
import type { Transaction } from '../db/database.ts'
import { notify } from '../review/notify.ts'
import { settleClaim } from '../review/settle-claim.ts'
import { newestPerChecker, settlementOf, standingVerdicts } from '../review/settlement.ts'
import type { CarriedOver, CarriedWording } from './carry-over.ts'
import type { MarkedFixes } from './mark-fixes.ts'
import { setClaimAside } from './set-claim-aside.ts'

export interface Carrying {
  readonly reportId: string
  readonly carried: CarriedOver
  readonly fixes: MarkedFixes
  /** Id of whoever imported it; null: from the command line. */
  readonly by: string | null
  readonly at: Date
}

/**
 * Settles anew, on the wording that they have now, the claims that changed in any way; verdicts on another wording make them
 * stale, and whoever gave those is told. A claim without a place is unsettled, unless it was to be cut.
 * @returns how many claims became stale
 */
export async function settleCarried(
  tx: Transaction,
  { reportId, carried, fixes, by, at }: Carrying,
): Promise<number> {
  const wordings = new Map(carried.wordings.map((wording) => [wording.claimId, wording]))
  const versions = await standingsOf(tx, reportId)
  let stale = 0
  for (const claim of await loadReportRulings(tx, reportId)) {
    const [wording, before] = [wordings.get(claim.id), versions.get(claim.id)]
    if (wording === undefined || before === undefined) continue
    if (!isTouched(wording) && !fixes.claimIds.has(claim.id)) continue
    const settlement = settlementOf(claim)
    await settleClaim(tx, { ...claim, version: before.version }, settlement)
    if (wording.to !== null && before.lost) await setClaimAside(tx, claim.id)
    if (!settlement.stale || before.stale) continue
    stale++
    await notify(tx, {
      kind: 'claim stale',
      reportId,
      claimId: claim.id,
      to: newestPerChecker(standingVerdicts(claim.verdicts)).map(({ checkerId }) => checkerId),
      by,
      at,
    })
  }
  return stale
}

const isTouched = ({ from, to, returned }: CarriedWording): boolean => from !== to || returned

interface Standing {
  readonly version: number
  readonly stale: boolean
  /** It was no claim to settle, because a correction of the draft before had taken its words away. */
  readonly lost: boolean
}

async function standingsOf(tx: Transaction, reportId: string): Promise<ReadonlyMap<string, Standing>> {
  const claims = await tx.claim.findMany({
    where: { reportId },
    select: { id: true, version: true, stale: true, setAside: true },
  })
  return new Map(
    claims.map(({ id, version, stale, setAside }) => [id, { version, stale, lost: setAside !== null }]),
  )
}
