import { firstIndex } from '../text/first-index.ts'
import type { Span } from '../text/span.ts'
import type { Block, CslItem, Marker, Note, Warning } from './document.ts'

/** A note whose citations have not been read yet, with what the format itself says of them. */
export interface LaidNote extends Omit<Note, 'citations'> {
  readonly links?: readonly NoteLink[]
  readonly fields?: readonly NoteField[]
}

/** Words of a note that lead somewhere. Spans are into the whole text. */
export interface NoteLink extends Span {
  readonly href: string
}

/** Words of a note that a reference manager wrote, with its data. Spans are into the whole text. */
export interface NoteField extends Span {
  readonly items: readonly CslItem[]
}

/** `number` counts from 1; `start` is an offset into the text. */
export interface PageStart {
  readonly number: number
  readonly start: number
}

/** The text of a reading and what stands where in it. All spans are UTF-16 code units into `text`. */
export interface LaidDocument {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly LaidNote[]
  /** In order of their place. */
  readonly markers: readonly Marker[]
  /** Where each page of the file begins, in order; empty where the format has no pages. */
  readonly pages: readonly PageStart[]
  /** Where words of the body come from, in order; empty unless the reader was asked to trace them. */
  readonly sources: readonly TracedWords[]
  readonly warnings: readonly Warning[]
}

/** Words of the body and the raw content (code units `from`–`to`) of the file's part that they come from. */
export interface TracedWords extends Span {
  readonly part: string
  readonly from: number
  readonly to: number
}

/** The page that a place stands on, `{}` where the format has no pages or the place is before the first. `pages` ascend. */
export function pageAt(pages: readonly PageStart[], at: number): { readonly page?: number } {
  const page = pages[firstIndex(pages, ({ start }) => start > at) - 1]
  return page === undefined ? {} : { page: page.number }
}
