import type { LayerMarker, LayerNote } from './layer.ts'

/**
 * What a person laid over a reading. Blocks are named by the offset where they begin, notes and markers by their index: none of
 * these changes for as long as there is the draft. Everything is decided when the correction is made; laying it over needs no
 * judgement any more.
 */
export type Correction =
  /** A marker calls another note, or none. */
  | { readonly kind: 'linked'; readonly marker: number; readonly note: number | null }
  /** A block is no part of the text: a running head, a page number, an advertisement. */
  | { readonly kind: 'dropped'; readonly block: number }
  /** A block goes on with the one before it. */
  | { readonly kind: 'joined'; readonly block: number }
  /** A block is two; the second begins at `at`. */
  | { readonly kind: 'divided'; readonly block: number; readonly at: number }
  /** Blocks are a list of notes, and the text calls them. `markers`: calls that the reading had taken for words. */
  | {
      readonly kind: 'noted'
      readonly blocks: readonly number[]
      readonly notes: readonly LayerNote[]
      readonly markers: readonly LayerMarker[]
    }

export type CorrectionKind = Correction['kind']

/** What was asked for cannot be done, in a sentence; or the layer that it makes. */
export type Laid<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

export const misfit = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why })
