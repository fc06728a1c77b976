import type { Block, CslItem } from '../reading/document.ts'
import type { Span } from '../text/span.ts'
import type { Inclusion } from './formats.ts'

/**
 * A report as it leaves the desk: what every format is made from. Spans are UTF-16 code units into the draft's text. What leaves
 * only when it is named is not in here unless it was.
 */
export interface ExportedReport {
  readonly id: string
  readonly title: string
  readonly series: string | null
  readonly authors: string | null
  readonly publisher: string | null
  /** BCP 47. */
  readonly language: string
  /** Of its page at the desk. */
  readonly url: string
  readonly desk: ExportingDesk
  /** It came out elsewhere: the desk reviews the work of others. */
  readonly byOthers: boolean
  readonly included: readonly Inclusion[]
  readonly at: Date
  readonly draft: ExportedDraft
  /** Those to settle, in order of position, those without a place last. */
  readonly claims: readonly ExportedClaim[]
  /** What the draft cites and what was judged as evidence, in the order in which it is met. */
  readonly sources: readonly ExportedSource[]
}

/** Who checks. `name`: of the house; null where it has told none. `url`: without a slash at the end. */
export interface ExportingDesk {
  readonly name: string | null
  readonly url: string
}

export interface ExportedDraft {
  readonly id: string
  readonly number: number
  readonly importedAt: Date
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly (Span & { readonly label: string; readonly kind: string })[]
  /** `note`: index into `notes`, null when the note is missing. */
  readonly markers: readonly (Span & { readonly label: string; readonly note: number | null })[]
}

export interface ExportedClaim {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly quote: string
  /** The same without the markers in it. */
  readonly words: string
  /** Null where it stands nowhere in this draft. */
  readonly span: Span | null
  readonly prefix: string
  readonly suffix: string
  readonly page: number | null
  readonly section: string | null
  readonly placement: string
  readonly status: string
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: string | null
  readonly settled: boolean
  readonly risk: string
  readonly confidence: { readonly asWritten: string; readonly asAssessed: string | null }
  /** Null unless they were named: 0 to 1 each. */
  readonly scores: { readonly confidence: number; readonly checkworthy: number } | null
  readonly attribution: { readonly text: string; readonly named: boolean } | null
  readonly tests: string
  /** Labels of its markers, and the index of each one's note, null when it is missing. */
  readonly notes: readonly { readonly label: string; readonly note: number | null }[]
  /** Ids of the sources that its notes cite. */
  readonly cites: readonly string[]
  readonly evidence: readonly ExportedEvidence[]
  /** Those in force; where there is none, the newest of each checker on earlier words. */
  readonly verdicts: readonly ExportedVerdict[]
  readonly assignee: string | null
  /** What people answered on it, as lines; empty unless contacts were named. */
  readonly said: readonly string[]
  readonly comments: readonly ExportedComment[]
}

/** What one source says of a claim, by one person. */
export interface ExportedEvidence {
  readonly judgement: string
  /** Of a source in the report's list; null for a contact, or a citation that names no source. */
  readonly sourceId: string | null
  /** The source's title, the contact's name as far as its terms let it be told, or null. */
  readonly about: string | null
  readonly credibility: number | null
  readonly locator: string | null
  readonly excerpt: string | null
  readonly translation: string | null
  readonly translator: string | null
  readonly judgedBy: string
  readonly at: Date
}

export interface ExportedVerdict {
  readonly verdict: string
  readonly tests: string
  readonly reason: string | null
  /** Null unless rationales were named. */
  readonly rationale: string | null
  readonly confidence: string | null
  readonly checker: string
  readonly at: Date
}

export interface ExportedComment {
  readonly words: string
  readonly by: string
  readonly privileged: boolean
  readonly at: Date
}

export interface ExportedSource {
  readonly id: string
  readonly kind: string
  /** Of a protected one: what everybody may read instead. */
  readonly title: string
  readonly url: string | null
  readonly reliability: string | null
  /** retracted, downgraded or lost; null: it stands. */
  readonly fallen: string | null
  readonly protected: boolean
  /** Its description; `id` of it is the source's. */
  readonly work: CslItem & { readonly id: string }
}
