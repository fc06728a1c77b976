/**
 * What somebody is told of. A notice says that something waits, and where; it holds no text of a report, because it may
 * leave the building by e-mail.
 */
export const noticeKinds = [
  'assigned',
  'mentioned',
  'query answered',
  'fix answered',
  'second check wanted',
  'checkers differ',
  'difference decided',
  'objection raised',
  'objection closed',
  'objection yours',
  'hand-over',
  'claim stale',
  'recheck asked',
  'contact answered',
  'contact overdue',
  'query overdue',
  'assignment overdue',
  'named on report',
  'complaint entered',
  'complaint decided',
  'reply due soon',
  'reply overdue',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** Kinds of which each notice says something of its own, though it concerns the same report and claim as another. */
export const apartKinds: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'hand-over',
  'contact overdue',
  'query overdue',
  'assignment overdue',
  'complaint entered',
  'complaint decided',
  'reply due soon',
  'reply overdue',
])

/** What happened, as the beginning of a sentence that goes on with the claim or the report. */
const WORDS: Readonly<Record<NoticeKind, string>> = {
  assigned: 'You were assigned',
  mentioned: 'You were mentioned on',
  'query answered': 'A query was answered on',
  'fix answered': 'A fix was answered on',
  'second check wanted': 'A second check is wanted on',
  'checkers differ': 'Checkers differ on',
  'difference decided': 'A third person decided on',
  'objection raised': 'An objection was raised on',
  'objection closed': 'An objection was closed on',
  'objection yours': 'An objection is now yours on',
  'hand-over': 'A hand-over note was left for you on',
  'claim stale': 'The words changed since you ruled on',
  'recheck asked': 'A re-check is wanted on',
  'contact answered': 'A contact answered on',
  'contact overdue': 'Somebody who was asked has not answered in time on',
  'query overdue': 'The author has not answered in time on',
  'assignment overdue': 'The deadline of an assignment passed on',
  'named on report': 'You were named on',
  'complaint entered': 'A complaint came about',
  'complaint decided': 'A complaint was decided on',
  'reply due soon': 'A reply to a complaint is due soon on',
  'reply overdue': 'A reply to a complaint is overdue on',
}

/** "Checkers differ on claim 12"; without a claim "Checkers differ on a report". */
export const noticeInWords = (kind: string, claimNumber: number | null): string =>
  kind === 'assigned' && claimNumber === null
    ? 'You were assigned claims of a report'
    : `${(WORDS as Readonly<Record<string, string>>)[kind] ?? 'Something happened on'} ${claimNumber === null ? 'a report' : `claim ${claimNumber}`}`

/** How the notices of an account leave the page: not at all, each at once, or once a day. */
export const noticeWays = ['page', 'at once', 'digest'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** What somebody chose; whatever else stands in the row keeps notices on the page. */
export const asNoticeWay = (stored: string): NoticeWay => noticeWays.find((way) => way === stored) ?? 'page'
