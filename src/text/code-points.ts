/** Positions in one text counted both ways: in UTF-16 code units, as everywhere in Stet, and in Unicode code points. */
export interface CodePoints {
  /** Code points before an offset in code units. One inside a surrogate pair counts as the pair's start. */
  readonly before: (offset: number) => number
  /** The offset in code units of the n-th code point, from 0; null beyond the end of the text. */
  readonly offsetOf: (point: number) => number | null
}

/** Looking up is a binary search over the text's surrogate pairs: texts without any cost nothing. */
export function codePointsOf(text: string): CodePoints {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index)
  const length = text.length - pairs.length
  return {
    before: (offset) => offset - countBelow(pairs, offset, (start) => start + 1),
    offsetOf: (point) =>
      point < 0 || point > length || !Number.isInteger(point)
        ? null
        : point + countBelow(pairs, point, (start, n) => start - n + 1),
  }
}

/** How many of these ascending values, as `seen` makes them of each and its index, are at most `limit`. */
function countBelow(
  values: readonly number[],
  limit: number,
  seen: (value: number, index: number) => number,
): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (seen(values[middle] ?? 0, middle) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
