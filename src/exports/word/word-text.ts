import type { Block, NoteKind } from '../../reading/document.ts'
import type { Span } from '../../text/span.ts'

/** A draft as far as Word needs it. Spans are UTF-16 code units into `text`; a note's span leaves its label out. */
export interface WordText {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly WordNote[]
  readonly markers: readonly WordMarker[]
}

export interface WordNote extends Span {
  readonly label: string
  readonly kind: NoteKind
}

/** `note`: index into `notes`, null when the note is missing. */
export interface WordMarker extends Span {
  readonly label: string
  readonly note: number | null
}
