import type { Sentences } from './sentences.ts'

/** What happens to a report as a whole. */
export interface ReportEvents {
  'report.imported': {
    readonly title: string
    readonly draft: number
    readonly file: string
    readonly sha256: string
    readonly textHash: string
    readonly claims: number
    readonly notes: number
    readonly markers: number
    readonly warnings: number
    readonly sample: boolean
  }
  'report.exported': {
    readonly draft: number
    readonly format: string
    /** What was named to leave beside what always does. */
    readonly included: readonly string[]
    readonly comments: number
    readonly changes: number
    readonly sha256: string
  }
  'report.policy-changed': { readonly from: PolicySaid; readonly to: PolicySaid }
}

/** A report's policy as its history tells it (src/review/report-policy.ts). */
interface PolicySaid {
  readonly requireConfirmedReading: boolean
}

export const reportSentences: Sentences<ReportEvents> = {
  'report.imported': (p) =>
    `imported “${p.title}” from ${p.file}: ${p.claims} claims, ${p.notes} notes, ${p.markers} markers`,
  'report.exported': (p) =>
    `exported draft ${p.draft} as ${p.format} with ${p.comments} comments and ${p.changes} changes${p.included.length === 0 ? '' : `, and the ${p.included.join(', ')}`}`,
  'report.policy-changed': ({ to }) =>
    to.requireConfirmedReading
      ? 'asked for a confirmed reading before anybody rules'
      : 'let everybody rule before the reading is confirmed',
}
