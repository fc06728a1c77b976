import { hasRole, type Actor } from '../../accounts/account.ts'
import { may, policy } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import type { ReportView } from '../../drafts/report-view.ts'
import { listAssignments } from '../../review/list-assignments.ts'
import { reportPeople } from '../../review/report-people.ts'
import type { PersonChoice } from '../pages/together-part.ts'
import { targetOf } from '../target-of.ts'

/** What a list of claims needs to show who has them, and to assign those that are ticked. */
export interface Assigning {
  /** Names by the ids of claims. */
  readonly assignees: ReadonlyMap<string, string>
  /** Whom the reader may assign to: everybody who may rule, or themselves alone; empty where they may not. */
  readonly people: readonly PersonChoice[]
  /** The earliest day that a deadline may be, as 2026-01-05. */
  readonly today: string
}

export async function loadAssigning(
  db: Database,
  report: ReportView,
  reader: Actor,
  now: Date,
): Promise<Assigning> {
  const target = targetOf(report)
  const [standing, people] = await Promise.all([
    listAssignments(db, report.id),
    may(reader, 'take claims', target) ? reportPeople(db, report) : [],
  ])
  const anybody = may(reader, 'assign claims', target)
  const choices = people.filter(
    ({ id, role }) => hasRole(role, policy.rule.least) && (anybody || id === reader.id),
  )
  return {
    assignees: new Map(standing.map(({ claimId, assignee }) => [claimId, assignee])),
    people: choices.map(({ id, name }) => ({ id, name, chosen: id === reader.id })),
    today: now.toISOString().slice(0, 10),
  }
}
