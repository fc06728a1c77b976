import type { AuditedSource } from '../../audited-report.ts'
import type { Severity } from '../../../review/severity.ts'
import type { ReportRule } from './claim-rule.ts'

interface SourceRule {
  readonly id: string
  readonly severity: Severity
  readonly why: string
  readonly hits: (source: AuditedSource) => boolean
  /** The end of "“The Reedham Courier” …". */
  readonly says: string
}

/** A rule that looks at one source at a time: one finding for all the notes that cite it. */
export const sourceRule = ({ id, severity, why, hits, says }: SourceRule): ReportRule => ({
  id,
  severity,
  why,
  find: ({ sources }) =>
    sources
      .filter(hits)
      .flatMap(({ title, places: [at, ...also] }) =>
        at === undefined ? [] : [{ at, also, label: at.label, message: `“${title}” ${says}.` }],
      ),
})
