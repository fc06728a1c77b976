/** A claim's words without the markers in them; `labels`: those of its markers. Other words in brackets stay. */
export function withoutLabels(quote: string, labels: readonly string[]): string {
  const own = new Set(labels.map((label) => `[${label}]`))
  return quote.replace(/\[[^[\]]{1,40}\]/g, (marker) => (own.has(marker) ? '' : marker))
}
