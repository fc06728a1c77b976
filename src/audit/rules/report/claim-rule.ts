import type { AuditedClaim, AuditedReport } from '../../audited-report.ts'
import type { Severity } from '../../../review/severity.ts'
import type { Rule } from '../../rule.ts'

export type ReportRule = Rule<AuditedReport>

interface ClaimRule {
  readonly id: string
  readonly severity: Severity
  readonly why: string
  readonly hits: (claim: AuditedClaim, report: AuditedReport) => boolean
  /** The end of "Claim 7 …", and of "12 of 20 claims …". */
  readonly says: (claim: AuditedClaim) => string
  readonly sayAll: string
}

/** A rule that looks at one claim at a time. */
export const claimRule = ({ id, severity, why, hits, says, sayAll }: ClaimRule): ReportRule => ({
  id,
  severity,
  why,
  find: (report) =>
    report.claims
      .filter((claim) => hits(claim, report))
      .map((claim) => ({
        at: claim.span,
        claim: claim.number,
        message: `Claim ${claim.number} ${says(claim)}`,
      })),
  among: {
    objects: ({ claims }) => claims.length,
    message: (hit, of) => `${hit} of ${of} claims ${sayAll}`,
  },
})

/** Outcomes with which nobody asks any more whether the words are so: they go, or somebody answers for them. */
const ANSWERED: ReadonlySet<string | null> = new Set(['cut', 'fixed', 'on author', 'stet', 'not checked'])

export const isAnswered = ({ outcome }: AuditedClaim): boolean => ANSWERED.has(outcome)

export const supports = ({ judgement }: { readonly judgement: string }): boolean =>
  judgement === 'supports' || judgement === 'partly supports'
