import type { Audit } from '../finding.ts'

/** What an output tells of: a file, or the draft of a report. */
export interface AuditedFile {
  /** As its owner calls it. */
  readonly name: string
  readonly title: string
  readonly audit: Audit
  /** The line of the file, from 1, on which a place of the text stands; null where the format has no lines. */
  readonly lineOf: (place: number) => number | null
}
