import { withoutTypography } from '../../text/typography.ts'

/** A word as it is compared, and as it is written. */
export interface Word {
  readonly key: string
  readonly written: string
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['.,][\p{L}\p{M}\p{N}]+)*/gu

/** The words of a text in order. Letter case, quotation marks, dashes, spacing and other punctuation are not compared. */
export const comparedWords = (text: string): Word[] =>
  (withoutTypography(text).match(WORD) ?? []).map((written) => ({ key: written.toLowerCase(), written }))
