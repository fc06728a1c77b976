import type { Figure } from './figure.ts'
import { score, type ScoredRow } from './scorer.ts'

/** Markers led to their notes: in the formats that say where their notes are, and in PDF, which says how a page looks. */
export function footnoteFigures(): Figure[] {
  const files = Object.entries(score('footnotes', './bin/stet read --format json', 'footnotes'))
  const [pdf, others] = [files.filter(([name]) => isPdf(name)), files.filter(([name]) => !isPdf(name))]
  return [...figuresOf('footnotes', others, 0.995), ...figuresOf('footnotes in PDF', pdf, 0.97)]
}

const isPdf = (name: string): boolean => name.endsWith('.pdf')

function figuresOf(name: string, files: readonly (readonly [string, ScoredRow])[], target: number): Figure[] {
  const worst = files.map(([file, row]) => ({ file, f1: row['f1'] ?? 0 })).sort((a, b) => a.f1 - b.f1)
  const low = worst.filter(({ f1 }) => f1 < target).map(({ file, f1 }) => `${file}: ${f1}`)
  return [
    {
      name: `${name}, all files`,
      value: f1Of(files.map(([, row]) => row)),
      target,
      unit: `F1 over ${files.length} files`,
      misses: low,
    },
    {
      name: `${name}, worst file`,
      value: worst[0]?.f1 ?? 0,
      target: 0.95,
      unit: `F1, ${worst[0]?.file ?? 'no file'}`,
      misses: low,
    },
  ]
}

function f1Of(rows: readonly ScoredRow[]): number {
  const sum = (key: string): number => rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  return (2 * sum('found')) / Math.max(1, 2 * sum('found') + sum('wrong') + sum('missed'))
}
