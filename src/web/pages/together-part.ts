import type { CommentView } from '../../review/list-comments.ts'
import type { TypedComment } from '../forms/comment-form.ts'
import { deadlineWords, type DeadlineWords } from './day-words.ts'
import { shownWords, type ShownPart } from './shown-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** What the panel says of people: who else is here, whose claim it is, and what they say to one another. */
export interface TogetherPart {
  /** Others who have the claim before them, by name. */
  readonly here: readonly string[]
  readonly assignment: AssignmentView | null
  readonly assign: AssignFormView
  readonly thread: readonly CommentLine[]
  readonly comment: CommentFormView
}

export interface AssignmentView {
  readonly assignee: string
  readonly own: boolean
  readonly section: string | null
  readonly deadline: DeadlineWords | null
  /** Whether the reader may end it. */
  readonly mayEnd: boolean
}

export interface AssignFormView {
  /** Whom one may assign to; empty where one may not assign. */
  readonly people: readonly PersonChoice[]
  /** Whether the reader may take the claim for themselves. */
  readonly mayTake: boolean
  /** The earliest day that a deadline may be, as 2026-01-05. */
  readonly today: string
}

export interface PersonChoice {
  readonly id: string
  readonly name: string
  readonly chosen: boolean
}

export interface CommentLine {
  readonly id: string
  /** By name; null: the author, by a link. */
  readonly by: string | null
  readonly own: boolean
  readonly privileged: boolean
  readonly mentions: readonly string[]
  /** Null where two people destroyed the words, or its writer took it back. */
  readonly paragraphs: readonly (readonly ShownPart[])[] | null
  readonly at: TimeWords
  readonly withdrawnAt: TimeWords | null
}

export interface CommentFormView {
  readonly may: boolean
  readonly mayPrivilege: boolean
  readonly people: readonly PersonChoice[]
  readonly words: string
  readonly privileged: boolean
  /** Whether what is folded away holds something that was chosen. */
  readonly open: boolean
}

interface Person {
  readonly id: string
  readonly name: string
}

export function commentLines(comments: readonly CommentView[], readerId: string): CommentLine[] {
  return comments.map(({ id, writtenBy, privileged, mentions, words, at, withdrawnAt }) => {
    const names = mentions.map(({ name }) => name)
    return {
      id,
      by: writtenBy?.name ?? null,
      own: writtenBy?.id === readerId,
      privileged,
      mentions: names,
      paragraphs: words === null ? null : shownWords(words, names),
      at: timeWords(at),
      withdrawnAt: withdrawnAt === null ? null : timeWords(withdrawnAt),
    }
  })
}

export function commentForm(
  people: readonly Person[],
  readerId: string,
  rights: { readonly comment: boolean; readonly privilege: boolean },
  typed: TypedComment | null,
): CommentFormView {
  const chosen = new Set(typed?.mentions)
  const privileged = typed?.privileged ?? false
  return {
    may: rights.comment,
    mayPrivilege: rights.privilege,
    people: rights.comment
      ? people
          .filter(({ id }) => id !== readerId)
          .map(({ id, name }) => ({ id, name, chosen: chosen.has(id) }))
      : [],
    words: typed?.words ?? '',
    privileged,
    open: chosen.size > 0 || privileged,
  }
}

export const assignmentView = (
  given: {
    readonly assigneeId: string
    readonly assignee: string
    readonly section: string | null
    readonly deadline: Date | null
  },
  readerId: string,
  mayAssign: boolean,
  now: Date,
): AssignmentView => ({
  assignee: given.assignee,
  own: given.assigneeId === readerId,
  section: given.section,
  deadline: given.deadline === null ? null : deadlineWords(given.deadline, now),
  mayEnd: mayAssign || given.assigneeId === readerId,
})
