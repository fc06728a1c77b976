/** One measured figure against what is wanted of it. Without a target it is shown only. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly target?: number
  /** What the number is: "F1", "of 18 rows", "Spearman, cross-validated" … */
  readonly unit: string
  /** Why it is not higher, worst first; shown when the target is missed. */
  readonly misses?: readonly string[]
}

export const isMissed = ({ value, target }: Figure): boolean => target !== undefined && !(value >= target)

/** Figures as lines of a table: mark, name, value, target, unit. */
export function tableOf(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length))
  return figures.map((figure) => lineOf(figure, width)).join('\n')
}

function lineOf(figure: Figure, width: number): string {
  const mark = figure.target === undefined ? ' ' : isMissed(figure) ? '✗' : '✓'
  const wanted = figure.target === undefined ? '' : `≥ ${shown(figure.target)}`
  const line = `${mark} ${figure.name.padEnd(width)}  ${shown(figure.value).padStart(7)}  ${wanted.padEnd(8)}  ${figure.unit}`
  const misses = isMissed(figure) ? (figure.misses ?? []).slice(0, 10) : []
  return [line, ...misses.map((miss) => `    - ${miss}`)].join('\n')
}

const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3))
