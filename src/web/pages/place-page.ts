import type { ClaimToPlace, PossiblePlace } from '../../drafts/find-places.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'

/** A place that a claim can be put on, or why not. */
export interface PlaceChoice {
  /** "12-34" */
  readonly value: string
  readonly diff: readonly DiffPiece[]
  /** "82 % alike, claim 7" */
  readonly words: string
  readonly taken: string | null
  readonly chosen: boolean
}

export interface PlacePage extends Omit<ClaimToPlace, 'proposals' | 'found'> {
  readonly proposals: readonly PlaceChoice[]
  readonly found: readonly PlaceChoice[]
}

/** `chosen`: the place that was chosen before, "12-34". */
export function placePage({ proposals, found, ...claim }: ClaimToPlace, chosen: string): PlacePage {
  const choice = (place: PossiblePlace): PlaceChoice => placeChoice(claim.quote, place, chosen)
  const known = new Set(proposals.map(({ start }) => start))
  return {
    ...claim,
    proposals: proposals.map(choice),
    found: found.filter(({ start }) => !known.has(start)).map(choice),
  }
}

function placeChoice(
  quote: string,
  { start, end, quote: words, similarity, claim, taken }: PossiblePlace,
  chosen: string,
): PlaceChoice {
  const value = `${start}-${end}`
  return {
    value,
    diff: wordDiff(quote, words),
    words: [
      ...(similarity === null ? [] : [`${Math.round(similarity * 100)} % alike`]),
      ...(claim === null || taken !== null ? [] : [`found as new claim ${claim}, which it replaces`]),
    ].join(', '),
    taken,
    chosen: taken === null && value === chosen,
  }
}
