import type { Matrix } from './turn.ts'

/**
 * A run of characters as a page sets it: one font, one size, one baseline. Lengths in points of the upright page, x to
 * the right, y down.
 */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  /** The y of the baseline. */
  readonly base: number
  readonly size: number
  /** A name of the font, the same for the same font throughout a file. */
  readonly font: string
  /** White space stands to its left or right on the page. */
  spaceLeft: boolean
  spaceRight: boolean
}

/** A piece at its place in a row: `raised` above the baseline of the row as superscripts are, `lowered` below it. */
export interface PlacedPiece extends Piece {
  readonly shift: 'none' | 'raised' | 'lowered'
}

/** A place on the page that leads somewhere: to an address, or to a place in the file. */
export interface PageLink {
  readonly x: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly url?: string
  /** Page from 1, and what is to stand at the top left, in that page's own coordinates (see `turned`). */
  readonly to?: { readonly page: number; readonly x: number; readonly y: number }
}

/** What one page of a file gave. */
export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  /** Words that stand at an angle to the rest of the page. */
  readonly slanted: readonly string[]
  /** Characters beside the page, or too small to be seen. */
  readonly unseen: number
  readonly links: readonly PageLink[]
  /** From the page's own coordinates, as its links use them, to those of its pieces. */
  readonly turned: Matrix
}
