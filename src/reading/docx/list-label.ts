import { shownNumber } from '../office/numbers.ts'
import type { Level } from './list-level.ts'

/** The label of a list's paragraph as shown, without what stands around it: "(3)" is "3". Null for bullets and blanks. */
export function shownLabel(
  levels: ReadonlyMap<number, Level>,
  counts: readonly number[],
  at: number,
): string | null {
  const level = levels.get(at)
  if (!level || level.format === 'bullet' || level.format === 'none') return null
  const pattern = level.text === '' ? `%${at + 1}` : level.text.slice(0, 200)
  const shown = pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1
    const format = level.plainDigits ? 'decimal' : (levels.get(place)?.format ?? 'decimal')
    return shownNumber(counts[place] ?? 1, format)
  })
  const bare = shown.replace(/^[\s([{]+/, '').replace(/[\s\])}.:]+$/, '')
  return bare === '' ? null : bare
}
