import type { Span } from '../text/span.ts'

/** A number as digits say it, with what it counts. `value`: in units, "1.4 million" is 1400000; `share`: it is per cent. */
export interface Figure extends Span {
  readonly value: number
  readonly unit: string
  readonly share: boolean
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}
const FIGURE =
  /(?<![\p{L}\p{N}.,:/$€£-])([$€£]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: (hundred|thousand|million|billion|trillion))?(?:( ?%| per ?cent| percent)|(?: (?!and |or |of )([\p{Ll}-]{3,})))?(?![\p{L}\p{N}]|[.,:/-]\d)/gu

/** The figures of a text that count or measure something, in order. `offset` is added to their places. */
export const figuresIn = (text: string, offset = 0): Figure[] =>
  [...text.matchAll(FIGURE)].flatMap((found): Figure[] => {
    const [words, currency = '', whole = '', rest = '', scale, percent, counted] = found
    const unit = percent === undefined ? `${currency}${counted ?? ''}` : '%'
    const value = Number(whole.replaceAll(',', '') + rest) * (scale === undefined ? 1 : (SCALES[scale] ?? 1))
    const start = offset + found.index
    return unit === ''
      ? []
      : [{ value, unit, share: percent !== undefined, start, end: start + words.trimEnd().length }]
  })
