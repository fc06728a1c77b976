import { noticeInWords } from '../review/notice.ts'

/** A notice that is to be sent, with as much as may leave the building. */
export interface DueNotice {
  readonly id: string
  readonly kind: string
  readonly reportId: string
  /** Null for a closed report, whose title stays in the house. */
  readonly reportTitle: string | null
  readonly claimId: string | null
  readonly claimNumber: number | null
  /** By name; null: the author, or Stet. */
  readonly by: string | null
}

export interface NoticeMail {
  readonly subject: string
  readonly text: string
}

/** One e-mail for all that is due to one person: what waits and where, and nothing of a report's text. */
export function noticeMail(name: string, notices: readonly DueNotice[], baseUrl: string): NoticeMail {
  const reports = [...new Set(notices.map(({ reportId }) => reportId))]
  const parts = reports.map((id) =>
    partOf(
      notices.filter(({ reportId }) => reportId === id),
      baseUrl,
    ),
  )
  const [only] = notices
  const subject =
    notices.length === 1 && only !== undefined
      ? noticeInWords(only.kind, only.claimNumber)
      : `${notices.length} notices`
  return {
    subject: `Stet: ${subject}`,
    text: [
      `Hello ${oneLine(name)},`,
      ...parts,
      `Everything that waits for you: ${baseUrl}/queue\nHow notices reach you: ${baseUrl}/account#notices`,
      '',
    ].join('\n\n'),
  }
}

function partOf(notices: readonly DueNotice[], baseUrl: string): string {
  const title = notices[0]?.reportTitle ?? null
  return [
    title === null ? 'On a report:' : `On “${oneLine(title)}”:`,
    ...notices.map((notice) => lineOf(notice, baseUrl)),
  ].join('\n')
}

function lineOf(notice: DueNotice, baseUrl: string): string {
  const who = notice.by === null ? '' : ` (${oneLine(notice.by)})`
  const where = notice.claimId === null ? `/reports/${notice.reportId}/desk` : `/claims/${notice.claimId}`
  return `- ${noticeInWords(notice.kind, notice.claimNumber)}${who}\n  ${baseUrl}${where}`
}

/** Names and titles may hold anything: here they hold no line ends and nothing that turns the direction of a line. */
export const oneLine = (words: string): string =>
  words.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
