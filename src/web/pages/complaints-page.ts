import type { ComplaintView } from '../../publication/complaints/list-complaints.ts'
import { type DeadlineWords, deadlineWords } from './day-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** A complaint as pages show it. */
export interface ComplaintLine {
  readonly id: string
  readonly number: number
  readonly publication: number
  readonly from: string
  readonly words: string
  readonly way: string
  readonly received: TimeWords
  readonly due: DeadlineWords | null
  readonly isOpen: boolean
  /** "open", "reply overdue", "upheld in part" … */
  readonly state: string
  readonly overdue: boolean
  readonly reply: string | null
  readonly enteredBy: string
  readonly enteredAt: TimeWords
  readonly decided: { readonly by: string; readonly at: TimeWords } | null
  readonly claims: ComplaintView['claims']
  readonly corrections: readonly number[]
}

const STATES: Readonly<Record<string, string>> = {
  open: 'open',
  upheld: 'upheld',
  partly: 'upheld in part',
  rejected: 'rejected',
  withdrawn: 'withdrawn by who made it',
}

export const complaintLine = (one: ComplaintView, now: Date): ComplaintLine => ({
  ...{ id: one.id, number: one.number, publication: one.publication.number, way: one.way },
  ...{ from: one.from ?? '', words: one.words ?? '', reply: one.reply },
  received: timeWords(one.receivedAt),
  due: one.replyDue === null ? null : deadlineWords(one.replyDue, now),
  isOpen: one.state === 'open',
  state: one.overdue ? 'reply overdue' : (STATES[one.state] ?? one.state),
  overdue: one.overdue,
  ...{ enteredBy: one.enteredBy.name, enteredAt: timeWords(one.enteredAt) },
  decided: one.decidedAt === null ? null : { by: one.decidedBy?.name ?? '', at: timeWords(one.decidedAt) },
  ...{ claims: one.claims, corrections: one.corrections },
})
