import type { Span } from '../../text/span.ts'
import type { Block } from '../document.ts'

/** A note by its index among all that were ever read or marked by hand in this draft. */
export interface LayerNote extends Span {
  readonly index: number
  readonly label: string
  readonly kind: string
}

/** A marker by its index, likewise. `note`: index of its note, null when that is missing. */
export interface LayerMarker extends Span {
  readonly index: number
  readonly label: string
  readonly note: number | null
}

/**
 * What a reading says of a text before its sentences are looked at: its blocks, its notes and what calls them. A correction
 * turns one layer into another over the same text, whose offsets never change.
 */
export interface Layer {
  readonly text: string
  /** BCP 47. */
  readonly language: string
  readonly blocks: readonly Block[]
  readonly notes: readonly LayerNote[]
  /** In order of their place. */
  readonly markers: readonly LayerMarker[]
}
