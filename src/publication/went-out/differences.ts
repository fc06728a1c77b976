import type { Change, Comparison, Quoted } from '../../reading/compare/comparison.ts'
import type { Span } from '../../text/span.ts'

/** Why a passage is not as it was signed off. `cut`: it is missing, or no place is certain; `added`: nobody signed it off. */
export type DifferenceKind = 'reworded' | 'note' | 'moved' | 'cut' | 'added'

/** One passage that did not go out as it was signed off. `claims`: numbers of those that it touches. */
export interface Difference {
  readonly kind: DifferenceKind
  /** As it was signed off; null where it was added. */
  readonly old: Quoted | null
  /** As it went out; null where it was cut. */
  readonly new: Quoted | null
  readonly changes: readonly Change[]
  readonly claims: readonly number[]
}

/** A claim as it stood in what was signed off. */
export interface SignedClaim {
  readonly number: number
  readonly start: number | null
  readonly end: number | null
}

/** How a text went out. `same`: passages that stand in it as they were signed off, typography aside. */
export interface WentOutCompared {
  readonly same: number
  /** In the order of what was signed off; what was added stands at the end, in the order of what went out. */
  readonly differences: readonly Difference[]
}

/** What is not as it was signed off. Quotation marks, dashes, spacing and labels of notes are no difference. */
export function differencesOf(
  { passages, added }: Comparison,
  claims: readonly SignedClaim[],
): WentOutCompared {
  const changed = passages.flatMap(({ old, new: next, status, changes }): Difference[] => {
    const kind = KINDS[status] ?? (changes.includes('note') ? 'note' : null)
    if (kind === null) return []
    const words = changes.filter((change) => change !== 'typography')
    return [{ kind, old, new: next, changes: words, claims: claimsAt(claims, old) }]
  })
  const came = added.map((quoted): Difference => {
    return { kind: 'added', old: null, new: quoted, changes: [], claims: [] }
  })
  return { same: passages.length - changed.length, differences: [...changed, ...came] }
}

const KINDS: Readonly<Record<string, DifferenceKind>> = { edited: 'reworded', moved: 'moved', deleted: 'cut' }

const claimsAt = (claims: readonly SignedClaim[], { start, end }: Span): number[] =>
  claims
    .filter((claim) => claim.start !== null && claim.end !== null && claim.start < end && claim.end > start)
    .map(({ number }) => number)
