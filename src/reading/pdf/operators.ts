/** The library's numbers for the operators of a page that place text. PDF 32000-1, annex A. */
export interface Operators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly beginText: number
  readonly setCharSpacing: number
  readonly setWordSpacing: number
  readonly setHScale: number
  readonly setLeading: number
  readonly setFont: number
  readonly setTextRise: number
  readonly moveText: number
  readonly setLeadingMoveText: number
  readonly setTextMatrix: number
  readonly nextLine: number
  readonly showText: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly beginGroup: number
  readonly endGroup: number
}
