import { type Audit, type Finding, HEADINGS, QUOTED } from '../../audit/finding.ts'
import { severities, type Severity } from '../../review/severity.ts'
import { ruleById } from '../../audit/all-rules.ts'
import { groupBy } from '../../text/group-by.ts'
import { shortened } from '../../text/shortened.ts'

export interface AuditPage {
  readonly answer: string
  readonly passed: boolean
  readonly counts: readonly { readonly severity: Severity; readonly words: string }[]
  readonly parts: readonly {
    readonly severity: Severity
    readonly heading: string
    readonly rules: readonly RuleFindings[]
  }[]
}

/** What one rule found. `why`: what the rule is for. */
export interface RuleFindings {
  readonly id: string
  readonly name: string
  readonly why: string
  readonly findings: readonly FindingRow[]
}

export interface FindingRow {
  readonly message: string
  readonly quote: string | null
  readonly more: string | null
  readonly href: string | null
  readonly link: string | null
  readonly waived: string | null
}

const COUNTED: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  blocker: ['blocks', 'block'],
  warning: ['warns', 'warn'],
  advice: ['is advice', 'are advice'],
}

/** The page of a report's audit: by severity, then by rule, then in the order of the text. */
export const auditPage = (reportId: string, { passed, counts, findings }: Audit): AuditPage => ({
  passed,
  answer: passed ? 'Nothing blocks publication' : 'Not ready to publish',
  counts: severities.map((severity) => ({
    severity,
    words: `${counts[severity]} ${COUNTED[severity][counts[severity] === 1 ? 0 : 1]}`,
  })),
  parts: severities.flatMap((severity) => {
    const of = findings.filter((finding) => finding.severity === severity)
    return of.length === 0 ? [] : [{ severity, heading: HEADINGS[severity], rules: byRule(reportId, of) }]
  }),
})

const byRule = (reportId: string, findings: readonly Finding[]): RuleFindings[] =>
  [...groupBy(findings, ({ rule }) => rule)].map(([id, found]) => ({
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
    why: ruleById.get(id)?.why ?? '',
    findings: found.map((finding) => rowOf(reportId, finding)),
  }))

function rowOf(reportId: string, { message, quote, count, claim, waived }: Finding): FindingRow {
  return {
    message,
    quote: quote === null ? null : shortened(quote, QUOTED),
    more: count > 1 ? `and ${count - 1} more` : null,
    href:
      claim === undefined ? null : `/reports/${encodeURIComponent(reportId)}/desk?claim=${claim}#c${claim}`,
    link:
      claim === undefined ? null : message.startsWith(`Claim ${claim} `) ? 'on the desk' : `Claim ${claim}`,
    waived: waived === null ? null : `Let stand by ${waived.by}: ${waived.reason}`,
  }
}
