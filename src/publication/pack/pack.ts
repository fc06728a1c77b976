import type { ChainedEvent } from '../../history/event.ts'
import type { SignedHead } from '../../history/tree/signed-head.ts'
import type { Snapshot } from '../snapshot.ts'

export const PACK_FORMAT = 'stet.pack/1'

/** What of a pack leaves only when it is named. */
export const packInclusions = ['rationale', 'contacts', 'protected-sources'] as const
export type PackInclusion = (typeof packInclusions)[number]

/** What is not in a pack although the snapshot or the history names it: its hash stands for it. */
export interface Withheld {
  /** “an excerpt”, “what an event says”. */
  readonly what: string
  /** “claim 4”, “event 12 (contact.planned)”; null where there is but one. */
  readonly where: string | null
  /** Why, as the end of a sentence that begins with `what`. */
  readonly why: string
  readonly hash: string
}

/** An event as a pack has it; `payload` and `salt` are missing where it is withheld. */
export interface PackedEvent extends ChainedEvent {
  readonly hash: string
  readonly payload?: unknown
  readonly salt?: string
}

/** A text with its salt; `body` is missing where the text is a file of its own (draft.txt, audit.json). */
export interface PackedText {
  readonly hash: string
  readonly salt: string
  readonly body?: string
}

/** That an event is in the tree over the first `size` events. `path`: hashes, base64, from the leaf up (RFC 9162, 2.1.3). */
export interface PackedProof {
  readonly seq: number
  readonly leaf: number
  readonly size: number
  readonly path: readonly string[]
}

/** The event with which a report was published. */
export interface PackedPublication {
  readonly seq: number
  /** Of the publication, within the report. */
  readonly number: number
}

/** Everything that goes into a pack, read and sorted out. */
export interface PackParts {
  readonly madeAt: Date
  readonly included: readonly PackInclusion[]
  /** Canonical JSON. */
  readonly snapshotJson: string
  readonly snapshot: Snapshot
  readonly published: PackedPublication | null
  readonly draft: string | null
  readonly audit: string | null
  readonly texts: readonly PackedText[]
  readonly original: { readonly extension: string; readonly bytes: Uint8Array } | null
  readonly captures: readonly {
    readonly sha256: string
    readonly extension: string
    readonly bytes: Uint8Array
  }[]
  readonly events: readonly PackedEvent[]
  readonly head: SignedHead
  readonly proofs: readonly PackedProof[]
  readonly withheld: readonly Withheld[]
}
