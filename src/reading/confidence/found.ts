import type { CueKind } from '../document.ts'

/** A cue by its tokens: `from` inclusive, `to` exclusive. `factor`: what it leaves of a flat assertion's certainty, 0–1. */
export interface FoundCue {
  readonly from: number
  readonly to: number
  readonly kind: CueKind
  readonly factor: number
  readonly band: readonly [number, number] | undefined
  /** Only loose words: a vague quantity, praise, people in general. The statement itself is not called uncertain. */
  readonly discourse: boolean
}

/** A run of tokens: `from` inclusive, `to` exclusive. */
export interface TokenRun {
  readonly from: number
  readonly to: number
}
