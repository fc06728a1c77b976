import type { ReportAudit } from '../audit/audit-report.ts'
import { sha256 } from '../history/canonical.ts'

/** Longest reason, in UTF-16 code units. */
export const LONGEST_REQUEST_REASON = 2_000

/** How a request to publish over open points stands. */
export const requestStates = ['asked', 'done', 'declined', 'withdrawn'] as const

/** SHA-256 (hex) over what blocks, whatever stands beside it: another open point makes another. */
export const openFindings = ({ findings }: ReportAudit): string =>
  sha256(
    findings
      .filter(({ severity, waived }) => severity === 'blocker' && waived === null)
      .map(({ fingerprint }) => fingerprint)
      .toSorted()
      .join('\n'),
  )
