import type { MarkedFinding } from '../../audit/fingerprint.ts'
import { HEADINGS, QUOTED } from '../../audit/finding.ts'
import type { ReportAudit } from '../../audit/audit-report.ts'
import { ruleById } from '../../audit/all-rules.ts'
import { isWaivable } from '../../audit/waivers/waiver.ts'
import { severities, type Severity } from '../../review/severity.ts'
import { groupBy } from '../../text/group-by.ts'
import { shortened } from '../../text/shortened.ts'
import { firstIndex } from '../../text/first-index.ts'
import { type TimeWords, timeWords } from './time-words.ts'

/** A part of the text, for findings by place. */
export interface AuditedSection {
  readonly start: number
  readonly title: string
}

/** What a form of the page had in it when it was refused. `of`: the finding's fingerprint. */
export interface TypedAudit {
  readonly of: string
  readonly words: string
}

export interface AuditShown {
  readonly reportId: string
  readonly audit: ReportAudit
  readonly sections: readonly AuditedSection[]
  /** Ids of claims by number, for the forms about one. */
  readonly claimIds: ReadonlyMap<number, string>
  /** Whether the findings stand by rule, or by place in the text. */
  readonly by: 'rule' | 'place'
  readonly typed: TypedAudit | null
}

export interface AuditPage {
  readonly answer: string
  readonly passed: boolean
  readonly by: 'rule' | 'place'
  readonly counts: readonly { readonly severity: Severity; readonly words: string }[]
  readonly parts: readonly {
    readonly severity: Severity
    readonly heading: string
    readonly groups: readonly FindingGroup[]
  }[]
}

/** What one rule found, or what was found in one section. `why`: what the rule is for. */
export interface FindingGroup {
  readonly id: string
  readonly name: string
  readonly why: string | null
  readonly findings: readonly FindingRow[]
}

export interface FindingRow {
  /** The anchor of its line. */
  readonly id: string
  readonly fingerprint: string
  /** Of its rule, where the list is by place. */
  readonly tag: string | null
  readonly message: string
  readonly quote: string | null
  readonly more: string | null
  readonly href: string | null
  readonly link: string | null
  readonly waived: {
    readonly id: string
    readonly by: string
    readonly at: TimeWords
    readonly reason: string
  } | null
  readonly waivable: boolean
  /** The claim that a caveat in the text would answer for; null where none is asked for. */
  readonly caveatOn: string | null
  /** What was typed into its form and refused; null otherwise. */
  readonly typed: string | null
}

const COUNTED: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  blocker: ['blocks', 'block'],
  warning: ['warns', 'warn'],
  advice: ['is advice', 'are advice'],
}

const CAVEATS: ReadonlySet<string> = new Set(['disputed', 'disputed-without-caveat'])

/** The page of a report's audit: by severity, then by rule or by place, then in the order of the text. */
export const auditPage = (shown: AuditShown): AuditPage => ({
  passed: shown.audit.passed,
  by: shown.by,
  answer: shown.audit.passed ? 'Nothing blocks publication' : 'Not ready to publish',
  counts: severities.map((severity) => ({ severity, words: countWords(shown.audit, severity) })),
  parts: severities.flatMap((severity) => {
    const of = shown.audit.findings.filter((finding) => finding.severity === severity)
    return of.length === 0 ? [] : [{ severity, heading: HEADINGS[severity], groups: groupsOf(shown, of) }]
  }),
})

function countWords({ counts, findings }: ReportAudit, severity: Severity): string {
  const words = `${counts[severity]} ${COUNTED[severity][counts[severity] === 1 ? 0 : 1]}`
  const waived = findings.filter((one) => one.severity === severity && one.waived !== null).length
  return waived === 0 ? words : `${words}, ${waived} waived`
}

const ruleName = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')

function groupsOf(shown: AuditShown, findings: readonly MarkedFinding[]): FindingGroup[] {
  const rowsOf = (found: readonly MarkedFinding[]) => found.map((finding) => rowOf(shown, finding))
  if (shown.by === 'rule')
    return [...groupBy(findings, ({ rule }) => rule)].map(([id, found]) => ({
      ...{ id, name: ruleName(id), why: ruleById.get(id)?.why ?? '' },
      findings: rowsOf(found),
    }))
  const sectionOf = ({ start }: MarkedFinding): number =>
    start === null ? -1 : Math.max(0, firstIndex(shown.sections, (section) => section.start > start) - 1)
  return [...groupBy(findings, sectionOf)].map(([index, found]) => ({
    ...{ id: `section-${index}`, name: shown.sections[index]?.title ?? 'The report as a whole', why: null },
    findings: rowsOf(found),
  }))
}

function rowOf({ reportId, by, claimIds, typed }: AuditShown, finding: MarkedFinding): FindingRow {
  const { rule, fingerprint, message, quote, count, claim, waived } = finding
  return {
    id: `f-${fingerprint.slice(0, 16)}`,
    fingerprint,
    tag: by === 'place' ? ruleName(rule) : null,
    message,
    quote: quote === null ? null : shortened(quote, QUOTED),
    more: count > 1 ? `and ${count - 1} more` : null,
    href:
      claim === undefined ? null : `/reports/${encodeURIComponent(reportId)}/desk?claim=${claim}#c${claim}`,
    link:
      claim === undefined ? null : message.startsWith(`Claim ${claim} `) ? 'on the desk' : `Claim ${claim}`,
    waived: waived === null ? null : { ...waived, at: timeWords(new Date(waived.at)) },
    waivable: isWaivable(finding),
    caveatOn: CAVEATS.has(rule) && claim !== undefined ? (claimIds.get(claim) ?? null) : null,
    typed: typed?.of === fingerprint ? typed.words : null,
  }
}
