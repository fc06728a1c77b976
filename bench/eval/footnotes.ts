import type { Figure } from './figure.ts'
import { score, type ScoredRow } from './scorer.ts'

const READABLE = /\.(txt|md|markdown|html?|xhtml|docx|odt)$/

/** Markers led to their notes, in the formats that `stet read` reads. */
export function footnoteFigures(): Figure[] {
  const files = Object.entries(score('footnotes', './bin/stet read --format json', 'footnotes')).filter(
    ([name]) => READABLE.test(name),
  )
  const worst = files.map(([name, row]) => ({ name, f1: row['f1'] ?? 0 })).sort((a, b) => a.f1 - b.f1)
  const low = worst.filter(({ f1 }) => f1 < 0.995).map(({ name, f1 }) => `${name}: ${f1}`)
  return [
    {
      name: 'footnotes, all files',
      value: f1Of(files.map(([, row]) => row)),
      target: 0.995,
      unit: `F1 over ${files.length} files`,
      misses: low,
    },
    {
      name: 'footnotes, worst file',
      value: worst[0]?.f1 ?? 0,
      target: 0.95,
      unit: `F1, ${worst[0]?.name ?? 'no file'}`,
      misses: low,
    },
  ]
}

function f1Of(rows: readonly ScoredRow[]): number {
  const sum = (key: string): number => rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  return (2 * sum('found')) / Math.max(1, 2 * sum('found') + sum('wrong') + sum('missed'))
}
