import { hasRole, type Actor } from '../../accounts/account.ts'
import { may, policy, type ReportTarget } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import { listComments } from '../../review/list-comments.ts'
import { whoIsAt } from '../../review/presence.ts'
import { reportPeople } from '../../review/report-people.ts'
import type { WhatThereIs } from '../../review/what-there-is.ts'
import type { TypedComment } from '../forms/comment-form.ts'
import { assignmentView, commentForm, commentLines, type TogetherPart } from '../pages/together-part.ts'

interface Asked {
  readonly claimId: string
  readonly reportId: string
  readonly target: ReportTarget
  readonly reader: Actor
  readonly now: Date
  readonly there: WhatThereIs
  /** A comment that was refused. */
  readonly typed: TypedComment | null
}

/** The panel's part about people. */
export async function loadTogether(db: Database, asked: Asked): Promise<TogetherPart> {
  const { claimId, reportId, target, reader, now, there } = asked
  const comment = may(reader, 'comment', target)
  const mayAssign = may(reader, 'assign claims', target)
  const [here, standing, comments, people] = await Promise.all([
    whoIsAt(db, claimId, reader, now),
    standingAssignment(db, claimId),
    there.comments ? listComments(db, reader, { claimId }) : [],
    comment ? reportPeople(db, { id: reportId, closed: target.closed }) : [],
  ])
  const checkers = people.filter(({ role }) => hasRole(role, policy.rule.least))
  return {
    here,
    assignment: standing === null ? null : assignmentView(standing, reader.id, mayAssign, now),
    assign: {
      people: mayAssign
        ? checkers.map(({ id, name }) => ({ id, name, chosen: id === standing?.assigneeId }))
        : [],
      mayTake: may(reader, 'take claims', target) && standing?.assigneeId !== reader.id,
      today: now.toISOString().slice(0, 10),
    },
    thread: commentLines(comments, reader.id),
    comment: commentForm(
      people,
      reader.id,
      { comment, privilege: may(reader, 'comment under privilege', target) },
      asked.typed,
    ),
  }
}

interface StandingRow {
  readonly assigneeId: string
  readonly assignee: string
  readonly section: string | null
  readonly deadline: Date | null
}

async function standingAssignment(db: Database, claimId: string): Promise<StandingRow | null> {
  const [row] = await db.$queryRaw<StandingRow[]>`
    SELECT a."assigneeId", n."name" AS "assignee", a."section", a."deadline"
    FROM "Assignment" a JOIN "Account" n ON n."id" = a."assigneeId"
    WHERE a."claimId" = ${claimId} AND a."endedAt" IS NULL`
  return row ?? null
}
