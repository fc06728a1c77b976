/** One measured figure against what it must reach. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The target is a least value (`min`) or a greatest one (`max`). */
  readonly target: { readonly min: number } | { readonly max: number }
  /** What the value was computed from. */
  readonly detail: string
}

/** What could not be measured here, and why. */
export interface NotMeasured {
  readonly name: string
  readonly why: string
}

export type Measured = Figure | NotMeasured

export const reached = ({ value, target }: Figure): boolean =>
  'min' in target ? value >= target.min : value <= target.max

/** Prints the figures; returns whether every one that was measured reached its target. */
export function printFigures(measured: readonly Measured[]): boolean {
  for (const one of measured) console.log('why' in one ? `SKIPPED  ${one.name}: ${one.why}` : lineOf(one))
  return measured.every((one) => 'why' in one || reached(one))
}

function lineOf(figure: Figure): string {
  const bound = 'min' in figure.target ? `≥ ${figure.target.min}` : `≤ ${figure.target.max}`
  const verdict = reached(figure) ? 'ok     ' : 'MISSED '
  return `${verdict}  ${figure.name}: ${figure.value.toFixed(3)} ${figure.unit} (${bound}); ${figure.detail}`
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
