import type { Actor } from '../../accounts/account.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'
import type { ReportView } from '../report-view.ts'
import { claimsThen } from './claims-then.ts'
import { type ClaimTurn, compareClaims } from './compare-claims.ts'
import type { ReportThen } from './report-then.ts'
import { standingThen } from './standing-then.ts'

/** A report at two instants, as one reader is shown it, and the claims that stand otherwise at the second. */
export interface ChangesBetween {
  readonly before: ReportThen
  readonly after: ReportThen
  readonly turns: readonly ClaimTurn[]
  readonly hidden: Hidden
}

/** @throws Invalid the first is after the second, or there was no such report yet */
export async function changesBetween(
  db: Database,
  reader: Actor,
  report: ReportView,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<ChangesBetween> {
  if (from > to) throw new Invalid('The first date is after the second: exchange them.')
  const before = await standingThen(db, reader, report, from)
  const after = await standingThen(db, reader, report, to)
  const turns = compareClaims(
    await claimsThen(db, before.then, before.hidden),
    await claimsThen(db, after.then, after.hidden),
  )
  return { before: before.then, after: after.then, turns, hidden: after.hidden }
}
