import { severities, type Severity } from '../review/severity.ts'
import type { Span } from '../text/span.ts'

/** What stands above the findings of a severity. */
export const HEADINGS: Readonly<Record<Severity, string>> = {
  blocker: 'Blocks publication',
  warning: 'Warnings',
  advice: 'Advice',
}

/** UTF-16 code units of a quote that a list of findings shows. */
export const QUOTED = 120

/** A stretch of the text that a finding is about. */
export interface Place extends Span {
  readonly quote: string
  /** Of the marker or note, where it is about one. */
  readonly label: string | null
}

/** Who let a finding pass, and why. */
export interface Waived {
  /** Of the waiver. */
  readonly id: string
  readonly by: string
  readonly at: string
  readonly reason: string
}

/**
 * What the audit has to say: the contract of `stet audit --format json`. `label`, `start`, `end` and `quote` are those of the
 * first place; all are null for a finding about the report as a whole. `count`: how many objects it is about; `places`: all of
 * them, where there is more than one.
 */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly label: string | null
  readonly message: string
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly count: number
  readonly places?: readonly Place[]
  readonly waived: Waived | null
  /** Number of the claim of a report that it is about, where it is about one. */
  readonly claim?: number
}

export type Counts = Readonly<Record<Severity, number>>

/** `passed`: nothing that is not waived blocks. */
export interface Audit<F extends Finding = Finding> {
  readonly passed: boolean
  readonly counts: Counts
  readonly findings: readonly F[]
}

/** What rules found, as an audit: the gravest first, then in the order of the text. Waived findings are not counted. */
export function auditOf<F extends Finding>(findings: readonly F[]): Audit<F> {
  const counts = { blocker: 0, warning: 0, advice: 0 }
  for (const { severity, waived } of findings) if (waived === null) counts[severity]++
  return { passed: counts.blocker === 0, counts, findings: [...findings].sort(byGravity) }
}

const byGravity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) ||
  (a.rule < b.rule ? -1 : 1)
