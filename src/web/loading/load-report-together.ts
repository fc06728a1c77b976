import { hasRole, type Actor } from '../../accounts/account.ts'
import { may, policy } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import type { ReportView } from '../../drafts/report-view.ts'
import { listAssignments, listInitials } from '../../review/list-assignments.ts'
import { listComments } from '../../review/list-comments.ts'
import { listHandOvers } from '../../review/list-hand-overs.ts'
import { reportPeople } from '../../review/report-people.ts'
import { sectionsOfDraft } from '../../review/section-of-draft.ts'
import type { TypedAssignment } from '../forms/assignment-form.ts'
import type { TypedComment } from '../forms/comment-form.ts'
import { peopleBySection } from '../pages/section-people.ts'
import {
  commentForm,
  commentLines,
  type CommentFormView,
  type CommentLine,
  type PersonChoice,
} from '../pages/together-part.ts'
import { handOverLines, sectionRows, type HandOverLine, type SectionRow } from '../pages/together-page.ts'
import { targetOf } from '../target-of.ts'

/** What was typed into a form of the page that was refused. */
export interface TypedTogether {
  readonly comment?: TypedComment
  readonly assignment?: TypedAssignment & { readonly section: string }
  readonly handOver?: { readonly to: string; readonly words: string }
}

/** A report's people: who checks what, initials, hand-over notes, comments on the whole. */
export interface ReportTogether {
  readonly draftId: string
  readonly sections: readonly SectionRow[]
  readonly handOvers: readonly HandOverLine[]
  readonly thread: readonly CommentLine[]
  readonly comment: CommentFormView
  readonly assign: {
    /** Whom one may assign to: everybody who may rule, or oneself alone; empty where one may not assign. */
    readonly people: readonly PersonChoice[]
    readonly section: string
    readonly deadline: string
    readonly today: string
  }
  readonly mayInitial: boolean
  readonly handOver: {
    readonly may: boolean
    readonly people: readonly PersonChoice[]
    readonly words: string
  }
}

export async function loadReportTogether(
  db: Database,
  report: ReportView,
  reader: Actor,
  now: Date,
  typed: TypedTogether,
): Promise<ReportTogether> {
  const target = targetOf(report)
  const [{ sections }, counts, assignments, initials, handOvers, comments, people] = await Promise.all([
    sectionsOfDraft(db, report.draft.id),
    claimStarts(db, report.draft.id),
    listAssignments(db, report.id),
    listInitials(db, report.draft.id),
    listHandOvers(db, report.id, reader),
    listComments(db, reader, { reportId: report.id, claimId: null }),
    reportPeople(db, report),
  ])
  const checkers = people.filter(({ role }) => hasRole(role, policy.rule.least))
  const assignable = may(reader, 'assign claims', target)
    ? checkers
    : checkers.filter(({ id }) => id === reader.id)
  const others = people.filter(({ id }) => id !== reader.id)
  return {
    draftId: report.draft.id,
    sections: sectionRows(
      report.id,
      sections,
      countsBySection(sections, counts),
      peopleBySection(sections, assignments, initials, reader.id),
      now,
    ),
    handOvers: handOverLines(handOvers),
    thread: commentLines(comments, reader.id),
    comment: commentForm(
      people,
      reader.id,
      { comment: may(reader, 'comment', target), privilege: may(reader, 'comment under privilege', target) },
      typed.comment ?? null,
    ),
    assign: {
      people: choices(assignable, typed.assignment?.assignee ?? reader.id),
      section: typed.assignment?.section ?? '',
      deadline: typed.assignment?.deadline ?? '',
      today: now.toISOString().slice(0, 10),
    },
    mayInitial: may(reader, 'initial sections', target),
    handOver: {
      may: may(reader, 'hand over', target),
      people: choices(others, typed.handOver?.to ?? ''),
      words: typed.handOver?.words ?? '',
    },
  }
}

const choices = (people: readonly Actor[], chosen: string): PersonChoice[] =>
  people.map(({ id, name }) => ({ id, name, chosen: id === chosen }))

interface ClaimStart {
  readonly start: number
  readonly settled: boolean
}

/** Where the claims of a draft stand, in the order of the text. */
const claimStarts = (db: Database, draftId: string): Promise<ClaimStart[]> =>
  db.$queryRaw<ClaimStart[]>`
    SELECT p."start", c."settled"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL AND c."setAside" IS NULL
    ORDER BY p."start"`

/** A claim counts for the innermost section it stands in. */
function countsBySection(
  sections: readonly { readonly start: number }[],
  claims: readonly ClaimStart[],
): ReadonlyMap<number, { done: number; total: number }> {
  const counts = sections.map(({ start }): [number, { done: number; total: number }] => [
    start,
    { done: 0, total: 0 },
  ])
  let at = 0
  for (const claim of claims) {
    while ((sections[at + 1]?.start ?? Infinity) <= claim.start) at += 1
    const count = counts[at]?.[1]
    if (count === undefined) continue
    count.total += 1
    if (claim.settled) count.done += 1
  }
  return new Map(counts)
}
