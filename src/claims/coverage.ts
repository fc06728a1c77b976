import type { Sentence } from '../reading/document.ts'
import type { Span } from '../text/span.ts'

/** Why somebody takes a sentence for nothing that could be checked. */
export const notCheckableReasons = [
  'opinion',
  'common knowledge',
  'forecast',
  'question',
  'instruction',
  'fragment',
  'other',
] as const
export type NotCheckableReason = (typeof notCheckableReasons)[number]

export const classes = ['claim', 'not checkable'] as const
export type Class = (typeof classes)[number]

/** What somebody took a sentence for by hand. `start`, `end`: of the sentence they saw. */
export interface Classified extends Span {
  readonly id: string
  readonly claimId: string | null
  readonly kind: string
  readonly because: string | null
  readonly words: string | null
  readonly by: string
  readonly at: Date
}

/** A claim as the coverage of a draft shows it, with the words it stands on. */
export interface CoveringClaim extends Span {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly status: string
  /** Why it is none of the claims to settle; null where it is one. */
  readonly setAside: string | null
}

/** A sentence of a draft, which is a claim or says why not. */
export interface CoverageRow extends Span {
  readonly kind: string
  /** The reading's own code for why it is no claim, where it gave one. */
  readonly because: string | null
  /** A heading or a caption: part of the display list. */
  readonly display: boolean
  readonly as: Class
  readonly claim: CoveringClaim | null
  /** The claim began in an earlier sentence. */
  readonly continues: boolean
  /** What stands of what was said of it by hand. */
  readonly classified: Classified | null
  /** Whether a person has said what it is, or has ruled on its claim. */
  readonly byHand: boolean
}

/**
 * Each sentence with what it counts as. Sentences and claims come in order of their place; claims do not overlap. Of the
 * classifications, which come in the order they were made and without those taken back, the newest on a claim or on the very
 * words of a sentence stands.
 */
export function coverageOf(
  sentences: readonly (Sentence & { readonly because?: string })[],
  claims: readonly CoveringClaim[],
  classifications: readonly Classified[],
): CoverageRow[] {
  const ofClaim = new Map(
    classifications.flatMap((one) => (one.claimId === null ? [] : [[one.claimId, one]])),
  )
  const ofWords = new Map(
    classifications.flatMap((one) => (one.claimId === null ? [[wordsKey(one), one]] : [])),
  )
  let next = 0
  return sentences.map((sentence) => {
    while ((claims[next]?.end ?? Infinity) <= sentence.start) next++
    const found = claims[next]
    const claim = found !== undefined && found.start < sentence.end ? found : null
    const classified = (claim === null ? ofWords.get(wordsKey(sentence)) : ofClaim.get(claim.id)) ?? null
    return rowOf(sentence, claim, classified)
  })
}

function rowOf(
  { start, end, kind, because }: Sentence & { readonly because?: string },
  claim: CoveringClaim | null,
  classified: Classified | null,
): CoverageRow {
  const isClaim = claim?.setAside === null
  return {
    start,
    end,
    kind,
    because: because ?? null,
    display: kind === 'heading' || kind === 'caption',
    as: isClaim ? 'claim' : 'not checkable',
    claim,
    continues: claim !== null && claim.start < start,
    classified,
    byHand: classified !== null || (isClaim && claim.status !== 'unreviewed'),
  }
}

const wordsKey = ({ start, end }: Span): string => `${start}-${end}`

/** Those that nobody took back, in their order. */
export function standingClassifications<C extends { readonly id: string; readonly withdraws: string | null }>(
  rows: readonly C[],
): C[] {
  const withdrawn = new Set(rows.map((row) => row.withdraws))
  return rows.filter((row) => row.withdraws === null && !withdrawn.has(row.id))
}

/**
 * Why a claim is none of the claims to settle: its words were taken away by a correction (`lost`), or the newest standing
 * classification says that it is not checkable. A claim that was made by hand is one only while somebody says so.
 */
export function setAsideOf(
  lost: string | null,
  origin: string,
  standing: readonly { readonly kind: string }[],
): string | null {
  if (lost !== null) return lost
  const kind = standing.at(-1)?.kind ?? (origin === 'hand' ? 'not checkable' : 'claim')
  return kind === 'claim' ? null : kind
}
