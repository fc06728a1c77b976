import type { Span } from '../text/span.ts'

/** Where a claim stands and which notes it leans on, by index, null where one is missing. */
export interface PlaceState extends Span {
  readonly notes: readonly (number | null)[]
}

/** What a correction did to one numbered claim, as the history tells it; null: it stood, or stands, nowhere. */
export interface ClaimChange {
  readonly claimId: string
  readonly number: number
  readonly from: PlaceState | null
  readonly to: PlaceState | null
}
