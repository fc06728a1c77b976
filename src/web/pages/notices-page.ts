import type { NoticeView } from '../../review/list-notices.ts'
import { noticeInWords } from '../../review/notice.ts'
import { timeWords, type TimeWords } from './time-words.ts'

export interface NoticeLine {
  readonly id: string
  readonly sentence: string
  /** By name; null: the author, or Stet. */
  readonly by: string | null
  readonly report: string
  readonly href: string
  readonly at: TimeWords
  readonly seen: boolean
}

export const noticeLines = (notices: readonly NoticeView[]): NoticeLine[] =>
  notices.map(({ id, kind, by, reportTitle, at, seenAt, ...notice }) => ({
    id,
    sentence: noticeInWords(kind, notice.claimNumber),
    by,
    report: reportTitle,
    href: hrefOf({ kind, ...notice }),
    at: timeWords(at),
    seen: seenAt !== null,
  }))

/** Kinds of notices that concern a report's people rather than its text. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['mentioned', 'hand-over', 'assigned', 'assignment overdue'])

/** Kinds of notices that concern complaints about a report. */
const OF_COMPLAINTS: ReadonlySet<string> = new Set([
  'complaint entered',
  'complaint decided',
  'reply due soon',
  'reply overdue',
])

function hrefOf({
  kind,
  reportId,
  claimNumber,
}: Pick<NoticeView, 'kind' | 'reportId' | 'claimNumber'>): string {
  const report = `/reports/${encodeURIComponent(reportId)}`
  if (claimNumber !== null) return `${report}/desk?claim=${claimNumber}#claim`
  if (kind === 'contact overdue') return `${report}/contacts`
  if (OF_COMPLAINTS.has(kind)) return `${report}/complaints`
  return OF_PEOPLE.has(kind) ? `${report}/together` : `${report}/desk`
}
