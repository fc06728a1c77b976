import type { ClaimsMeant } from '../../review/assign-claims.ts'
import { fieldsOf } from './comment-form.ts'
import { readDeadline } from './deadline.ts'
import { fieldOf, type FormResult, type Problem } from './problems.ts'

export interface TypedAssignment {
  /** Id of an account. */
  readonly assignee: string
  readonly deadline: string
}

export interface AssignmentForm {
  readonly claims: ClaimsMeant
  readonly assigneeId: string
  readonly deadline: Date | null
}

/** Reads to whom claims (`claim`, several times) or a section (`section` of `draftId`) are assigned, and until when. */
export function readAssignmentForm(body: unknown): FormResult<AssignmentForm, TypedAssignment> {
  const typed = { assignee: fieldOf(body, 'assignee'), deadline: fieldOf(body, 'deadline') }
  const claims = claimsMeant(body)
  const deadline = readDeadline(typed.deadline)
  const problems: Problem[] = [
    ...(claims === null
      ? [{ text: 'Choose what to assign: tick claims, or choose a section.', href: '#section' }]
      : []),
    ...(typed.assignee === '' ? [{ text: 'Choose whom to assign it to.', href: '#assignee' }] : []),
    ...(deadline === undefined
      ? [{ text: 'Give the deadline as a day, like 2026-01-05.', href: '#deadline' }]
      : []),
  ]
  if (claims === null || deadline === undefined || problems.length > 0) return { ok: false, typed, problems }
  return { ok: true, typed, value: { claims, assigneeId: typed.assignee, deadline } }
}

/** Ticked claims count before a section. */
function claimsMeant(body: unknown): ClaimsMeant | null {
  const claimIds = fieldsOf(body, 'claim')
  if (claimIds.length > 0) return { claimIds }
  const start = fieldOf(body, 'section')
  return /^\d{1,9}$/.test(start)
    ? { section: { draftId: fieldOf(body, 'draftId'), start: Number(start) } }
    : null
}
