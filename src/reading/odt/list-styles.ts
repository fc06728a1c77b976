import { shownNumber } from '../office/numbers.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'

/** One level of a list. `format`: as WordprocessingML names it; null for bullets and blanks. */
interface ListLevel {
  readonly format: string | null
  readonly start: number
  /** How many levels are shown: "1.2" shows two. */
  readonly shown: number
}

export type ListStyle = ReadonlyMap<number, ListLevel>

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** The format behind an ODF number format ("1", "i", "①, ②, …"), decimal where it is another one's; null for none. */
export const numberFormat = (format: string | null): string | null =>
  format === null || format === '' ? null : (FORMATS[format] ?? 'decimal')

/** Reads the list or outline style that the cursor stands on, to its end. Levels count from 1. */
export function readListStyle(cursor: XmlCursor): ListStyle {
  const levels = new Map<number, ListLevel>()
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open' || !/-level-style(?:-|$)/.test(cursor.name)) continue
    const isNumber =
      cursor.name === 'text:list-level-style-number' || cursor.name === 'text:outline-level-style'
    levels.set(whole(cursor.attribute('text:level'), 1), {
      format: isNumber ? numberFormat(cursor.attribute('style:num-format')) : null,
      start: whole(cursor.attribute('text:start-value'), 1),
      shown: whole(cursor.attribute('text:display-levels'), 1),
    })
  }
  return levels
}

export const whole = (value: string | null, otherwise: number): number =>
  value !== null && /^\d{1,9}$/.test(value) ? Number(value) : otherwise

/** The number of an item as shown: "3", "c", "1.2"; null for a bullet. `counts`: of each level, from level 1. */
export function itemLabel(style: ListStyle | undefined, counts: readonly number[]): string | null {
  const level = style?.get(counts.length)
  if (!style || level?.format == null) return null
  return counts
    .map((count, i) => shownNumber(count, style.get(i + 1)?.format ?? ''))
    .slice(-Math.max(1, level.shown))
    .join('.')
}

/** The number of the first item of a level. */
export const startOf = (style: ListStyle | undefined, level: number): number => style?.get(level)?.start ?? 1
