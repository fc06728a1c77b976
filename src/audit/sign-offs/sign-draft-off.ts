import type { Actor } from '../../accounts/account.ts'
import type { ReportAction } from '../../accounts/policy.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import type { SignOffRole } from '../../review/sign-off-role.ts'
import { auditedReport } from '../report-at-audit.ts'
import { loadSignOffs } from './load-sign-offs.ts'

export interface NewSignOff {
  readonly reportId: string
  /** The draft that they saw. */
  readonly draftId: string
  readonly role: SignOffRole
  readonly signedBy: Actor
  readonly at: Date
}

/** Who may answer for a draft as what. */
export const SIGNING: Readonly<Record<SignOffRole, ReportAction>> = {
  editor: 'sign off',
  'second checker': 'sign off as second checker',
  legal: 'sign off as legal',
}

/**
 * Somebody answers for the draft at work, by name. One person answers in one role: whoever wants a second pair of eyes gets one.
 * @throws NotFound · NotAllowed for this role · Conflict another draft came meanwhile, or they or somebody else signed off already
 */
export function signDraftOff(db: Database, input: NewSignOff): Promise<{ readonly id: string }> {
  return inTransaction(db, async (tx) => {
    const { reportId, draftId, role, signedBy, at } = input
    const report = await auditedReport(tx, reportId)
    await assertMayOnReport(tx, signedBy, SIGNING[role], report)
    if (report.draftId !== draftId)
      throw new Conflict(
        `Draft ${report.draft} has come since: look at its audit, then sign off. Nothing was recorded.`,
      )
    for (const given of await loadSignOffs(tx, { id: draftId, reportId })) {
      if (given.role === role)
        throw new Conflict(`${given.by} signed off this draft as ${role} already. Nothing was recorded.`)
      if (given.byId === signedBy.id)
        throw new Conflict(
          `You signed off this draft as ${given.role}: another person has to answer as ${role}. Nothing was recorded.`,
        )
    }
    const head = await takeChain(tx, reportId)
    const id = newId()
    // The sign-off's own event changes no claim.
    await insertRows(tx, 'SignOff', [
      { id, reportId, draftId, role, seq: head.seq, signedById: signedBy.id, at },
    ])
    await appendEvent(tx, head, {
      kind: 'sign-off.given',
      actor: signedBy.id,
      at,
      payload: { draft: report.draft, signOffId: id, role },
    })
    return { id }
  })
}
