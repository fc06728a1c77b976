import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { assignClaimsIn } from '../review/assign-claims.ts'
import { reportAsked, type ReportAsked } from '../review/report-asked.ts'
import { reportPeople } from '../review/report-people.ts'
import { setRiskIn } from '../review/set-risk.ts'
import { writeCommentIn } from '../review/write-comment.ts'
import { groupBy } from '../text/group-by.ts'
import { type ClaimChange, type ClaimsTablePlan, planClaimsTable } from './claims/plan-claims-table.ts'
import { readClaimsTable, type ReturnedRow } from './claims/read-claims-table.ts'
import { loadStandingClaims } from './load-standing-claims.ts'
import { digestOf, type ReturnedFile, returnedText, sha256Of } from './returned-file.ts'
import type { SeenPlan } from './take-in-annotations.ts'

export interface ClaimsTableReturned {
  readonly reportId: string
  readonly file: ReturnedFile
  readonly by: Actor
  readonly at: Date
  /** Lines that are out of date are left out; otherwise they keep the whole table out. */
  readonly leaveOutStale: boolean
  /** The digest of the plan that somebody saw; undefined: whatever comes of it. */
  readonly seen?: string | undefined
}

/** The most claims that one table changes. */
export const MOST_CHANGES = 2_000

/**
 * What would become of a table of claims; nothing is written.
 * @throws NotFound no such report · NotAllowed for this role · Invalid the file is no such table
 */
export async function previewClaimsTable(
  db: Database,
  { reportId, file, by }: Pick<ClaimsTableReturned, 'reportId' | 'file' | 'by'>,
): Promise<SeenPlan<ClaimsTablePlan>> {
  const rows = readClaimsTable(returnedText(file))
  const report = await reportAsked(db, reportId)
  await assertMayOnReport(db, by, 'comment', report)
  return planned(db, report, rows, by)
}

/**
 * Takes in what a table of claims changes: risk, assignment, comments. All of it or nothing.
 * @throws NotFound no such report · NotAllowed for this role, or for one of the changes · Invalid the file is no such table, or has lines
 *   that are refused, or that are out of date and not left out · Conflict it would do something else by now than what was seen
 */
export function takeInClaimsTable(db: Database, input: ClaimsTableReturned): Promise<ClaimsTablePlan> {
  const rows = readClaimsTable(returnedText(input.file))
  return inTransaction(db, async (tx) => {
    const report = await reportAsked(tx, input.reportId)
    await assertMayOnReport(tx, input.by, 'comment', report)
    const { plan, digest } = await planned(tx, report, rows, input.by)
    if (input.seen !== undefined && input.seen !== digest)
      throw new Conflict(
        'The report changed since you looked: look again at what would be taken in. Nothing was.',
      )
    assertWhole(plan, input.leaveOutStale)
    await carryOut(tx, plan.changes, input)
    if (plan.changes.length > 0)
      await appendEvent(tx, await takeChain(tx, report.id), {
        kind: 'claims-table.taken-in',
        actor: input.by.id,
        at: input.at,
        payload: { file: input.file.name, sha256: sha256Of(input.file), ...countsOf(plan) },
      })
    return plan
  })
}

async function planned(
  db: Database | Transaction,
  report: ReportAsked,
  rows: readonly ReturnedRow[],
  by: Actor,
): Promise<SeenPlan<ClaimsTablePlan>> {
  const plan = planClaimsTable(
    rows,
    await loadStandingClaims(db, report.id, by),
    await reportPeople(db, report),
  )
  return { plan, digest: digestOf(plan) }
}

/** @throws Invalid in the words of the first line that keeps the table out */
function assertWhole({ changes, refused, stale }: ClaimsTablePlan, leaveOutStale: boolean): void {
  const [first] = refused.length > 0 ? refused : leaveOutStale ? [] : stale
  if (first !== undefined) {
    const more = (refused.length > 0 ? refused : stale).length - 1
    const others =
      more === 0 ? '' : `; ${more} more ${more === 1 ? 'line has' : 'lines have'} something of the kind`
    throw new Invalid(
      `Line ${first.line}, claim ${first.number}: ${first.why}${others}. Nothing was taken in.`,
    )
  }
  if (changes.length > MOST_CHANGES)
    throw new Invalid(
      `The table changes ${changes.length} claims: send at most ${MOST_CHANGES} at once. Nothing was taken in.`,
    )
}

async function carryOut(
  tx: Transaction,
  changes: readonly ClaimChange[],
  { reportId, by, at }: ClaimsTableReturned,
): Promise<void> {
  for (const { claimId, version, risk } of changes)
    if (risk !== null)
      await setRiskIn(tx, {
        claimId,
        seenVersion: version,
        risk: risk.to,
        reason: risk.reason ?? undefined,
        setBy: by,
        at,
      })
  const assigned = groupBy(
    changes.filter(({ assignee }) => assignee !== null),
    ({ assignee }) => assignee?.id ?? '',
  )
  for (const [assigneeId, given] of assigned)
    await assignClaimsIn(tx, {
      ...{ reportId, assigneeId, deadline: null, assignedBy: by, at },
      claims: { claimIds: given.map(({ claimId }) => claimId) },
    })
  for (const { claimId, comment } of changes)
    if (comment !== null)
      await writeCommentIn(tx, {
        claimId,
        words: comment,
        privileged: false,
        mentions: [],
        writtenBy: by,
        at,
      })
}

export interface ClaimsTableCounts {
  readonly risks: number
  readonly assigned: number
  readonly comments: number
  readonly leftOut: number
}

/** How much of what a plan does. */
export const countsOf = ({ changes, stale }: ClaimsTablePlan): ClaimsTableCounts => ({
  risks: changes.filter(({ risk }) => risk !== null).length,
  assigned: changes.filter(({ assignee }) => assignee !== null).length,
  comments: changes.filter(({ comment }) => comment !== null).length,
  leftOut: stale.length,
})
