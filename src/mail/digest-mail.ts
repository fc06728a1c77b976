import { digestKinds, type Digest, type DigestKind, type DigestReport } from '../review/digest/digest.ts'
import { oneLine, type NoticeMail } from './notice-mail.ts'

/** The weekly digest of one person: how much stopped standing and where, and nothing of a report's text. */
export function digestMail(
  name: string,
  { from, until, reports, sources }: Digest,
  baseUrl: string,
): NoticeMail {
  const claims = new Set(reports.flatMap((report) => report.claims.map(({ claimId }) => claimId))).size
  return {
    subject: `Stet: what stopped standing this week: ${counted(claims, 'claim', 'claims')}${sources.length === 0 ? '' : `, ${counted(sources.length, 'source', 'sources')}`}`,
    text: [
      `Hello ${oneLine(name)},`,
      `From ${day(from)} to ${day(until)}:`,
      ...reports.map((report) => reportPart(report, baseUrl)),
      ...(sources.length === 0
        ? []
        : [
            `${counted(sources.length, 'source', 'sources')} fell, or can no longer be reached:\n  ${baseUrl}/sources`,
          ]),
      `All of it: ${baseUrl}/digest?until=${day(until)}\nHow notices reach you: ${baseUrl}/account#notices`,
      '',
    ].join('\n\n'),
  }
}

const WORDS: Readonly<Record<DigestKind, (n: number) => string>> = {
  stale: (n) => `${counted(n, 'claim was', 'claims were')} reworded since checked`,
  recheck: (n) => `${counted(n, 're-check was', 're-checks were')} asked for`,
  objection: (n) => `${counted(n, 'objection was', 'objections were')} raised`,
}

const reportPart = ({ id, title, closed, claims }: DigestReport, baseUrl: string): string =>
  [
    closed ? 'On a report:' : `On “${oneLine(title)}”:`,
    ...digestKinds.flatMap((kind) => {
      const { length } = claims.filter((claim) => claim.kind === kind)
      return length === 0 ? [] : [`- ${WORDS[kind](length)}`]
    }),
    `  ${baseUrl}/reports/${id}/claims?status=unsettled`,
  ].join('\n')

const day = (at: Date): string => at.toISOString().slice(0, 10)

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
