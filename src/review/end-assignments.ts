import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { endStanding } from './assign-claims.ts'
import { reportAsked } from './report-asked.ts'

export interface AssignmentsToEnd {
  readonly reportId: string
  readonly claimIds: readonly string[]
  readonly endedBy: Actor
  readonly at: Date
}

/**
 * Takes claims back from whom they are assigned to: everybody may give back their own, editors take back anybody's.
 * @returns the numbers of the claims, ascending
 * @throws NotFound no such report · NotAllowed for this role · Invalid claims of another report · Conflict none of them is assigned any longer
 */
export function endAssignments(db: Database, input: AssignmentsToEnd): Promise<readonly number[]> {
  return inTransaction(db, async (tx) => {
    const report = await reportAsked(tx, input.reportId)
    const standing = await tx.assignment.findMany({
      where: { claimId: { in: [...input.claimIds] }, endedAt: null, claim: { reportId: report.id } },
      select: {
        claim: { select: { id: true, number: true } },
        assignee: { select: { id: true, name: true } },
      },
      orderBy: { claim: { number: 'asc' } },
    })
    const own = standing.every(({ assignee }) => assignee.id === input.endedBy.id)
    await assertMayOnReport(tx, input.endedBy, own ? 'take claims' : 'assign claims', report)
    const asked = [...new Set(input.claimIds)]
    if ((await tx.claim.count({ where: { id: { in: asked }, reportId: report.id } })) < asked.length)
      throw new Invalid('Some of these claims are none of this report. Nothing was changed.')
    if (standing.length === 0)
      throw new Conflict('None of these claims is assigned to anybody any longer. Nothing was changed.')
    const claims = standing.map(({ claim }) => claim)
    const numbers = claims.map(({ number }) => number)
    await endStanding(tx, claims, input.at)
    const [only] = claims
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'assignments.ended',
      actor: input.endedBy.id,
      at: input.at,
      payload: {
        ...(claims.length === 1 && only !== undefined ? { claimId: only.id } : {}),
        numbers,
        assignees: [...new Map(standing.map(({ assignee }) => [assignee.id, assignee])).values()],
      },
    })
    return numbers
  })
}
