import { canonicalJson, type Json, sha256 } from '../history/canonical.ts'
import type { ReportPolicy } from '../review/report-policy.ts'
import type { SignOffRole } from '../review/sign-off-role.ts'

/** Salted hash of a text that is kept apart from the snapshot (src/history/sealed-text.ts), so that it can be withheld or destroyed. */
export type TextHash = string

/** Who did something, and when: ISO 8601, UTC. */
export interface Done {
  readonly by: string
  readonly at: string
}

export interface SnapshotVerdict extends Done {
  readonly verdict: string
  readonly tests: string
  readonly reason: string | null
  readonly rationale: TextHash | null
}

/** `source`: index into `sources`; null: it is a person's word, whose name stays in the house. */
export interface SnapshotEvidence extends Done {
  readonly judgement: string
  readonly source: number | null
  /** Of the person, where it is a person's word: on the record | background | off the record. */
  readonly terms: string | null
  readonly credibility: number | null
  readonly locator: string | null
  readonly excerpt: TextHash | null
  readonly translation: TextHash | null
}

/** A claim as it stood. `start`, `end`: UTF-16 code units into the draft's text; null where it stands nowhere. */
export interface SnapshotClaim {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly start: number | null
  readonly end: number | null
  readonly reads: string
  readonly assessed: string | null
  readonly status: string
  readonly stale: boolean
  readonly outcome: string | null
  readonly settled: boolean
  readonly risk: string
  readonly checkers: number
  /** The words of the draft that tell its readers that it is disputed. */
  readonly caveat: TextHash | null
  /** Of the markers in it, in the order of the text. */
  readonly notes: readonly string[]
  readonly verdicts: readonly SnapshotVerdict[]
  readonly evidence: readonly SnapshotEvidence[]
}

/** A source as it may be named outside: of a protected one, its public descriptor and nothing else. */
export interface SnapshotSource {
  readonly id: string | null
  readonly title: string
  readonly kind: string | null
  readonly url: string | null
  readonly protected: boolean
  readonly reliability: string | null
  readonly fallen: string | null
  readonly captures: readonly {
    readonly sha256: string
    readonly mediaType: string
    readonly seenAt: string
  }[]
}

export interface SnapshotWaiver extends Done {
  readonly rule: string
  readonly claim: number | null
  readonly fingerprint: string
  readonly said: TextHash
  readonly reason: TextHash
}

/**
 * Everything that was known of a report when it went out. It quotes nothing: texts are named by their salted hashes, and words of
 * the report by their places, so that it stays whole when something is withheld or destroyed.
 */
export interface Snapshot {
  readonly format: 'stet.snapshot/1'
  readonly at: string
  readonly report: {
    readonly id: string
    readonly title: string
    readonly series: string | null
    readonly authors: string | null
    readonly publisher: string | null
    readonly language: string
  }
  readonly draft: {
    readonly id: string
    readonly number: number
    readonly text: TextHash
    readonly original: string
    readonly sourceName: string
    readonly sourceType: string
    readonly importedAt: string
  }
  readonly policy: ReportPolicy
  readonly audit: TextHash
  readonly claims: readonly SnapshotClaim[]
  readonly sources: readonly SnapshotSource[]
  readonly waivers: readonly SnapshotWaiver[]
  readonly signOffs: readonly (Done & { readonly role: SignOffRole })[]
  /** Names by id of everybody who is named above. */
  readonly people: Readonly<Record<string, string>>
  /** The report's history, up to what was appended last. */
  readonly chain: { readonly seq: number; readonly hash: string }
  /** The newest signed head of the tree over all events. */
  readonly tree: { readonly size: number; readonly root: string } | null
}

/** A snapshot as it is kept, and its SHA-256 (hex). */
export interface KeptSnapshot {
  readonly json: string
  readonly hash: string
}

export function keptSnapshot(snapshot: Snapshot): KeptSnapshot {
  const json = canonicalJson(snapshot as unknown as Json)
  return { json, hash: sha256(json) }
}

/** A stored snapshot. */
export const storedSnapshot = (json: string): Snapshot => JSON.parse(json) as Snapshot
