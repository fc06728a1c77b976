/** A stretch of a text: UTF-16 code units, `start` inclusive, `end` exclusive. `text.slice(start, end)` is the quote. */
export interface Span {
  readonly start: number
  readonly end: number
}
