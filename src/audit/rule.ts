import type { Span } from '../text/span.ts'
import type { AuditedText } from './audited-text.ts'
import type { Severity } from '../review/severity.ts'

/** One thing that a rule found. `also`: the other places that the same finding is about. */
export interface Hit {
  readonly at: Span | null
  readonly message: string
  /** Of the marker or note, where it is about one. */
  readonly label?: string
  /** Number of the claim, where it is about one. */
  readonly claim?: number
  readonly also?: readonly Span[]
}

/**
 * One rule of the audit: pure, what it looks at goes in, what it found comes out. `severity` is where a policy says nothing else;
 * `why`: a line for the documentation.
 */
export interface Rule<Audited> {
  readonly id: string
  readonly severity: Severity
  readonly why: string
  readonly find: (audited: Audited) => readonly Hit[]
  /** False: nobody can let its findings pass. */
  readonly waivable?: false
  /**
   * How many things it looks at, and what to say where more than half of them are hit: one finding instead of many. Absent for
   * rules whose findings have nothing to do with how many things there are.
   */
  readonly among?: {
    readonly objects: (audited: Audited) => number
    readonly message: (hit: number, of: number) => string
  }
}

/** A rule that needs nothing but the text: it can look at a bare file. */
export type TextRule = Rule<AuditedText>
