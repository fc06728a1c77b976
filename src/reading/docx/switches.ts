import type { XmlCursor } from '../office/xml-cursor.ts'

/** Whether an element such as `<w:b w:val="0"/>` switches its property on: without a value it does (ECMA-376, 17.17.4). */
export function isOn(cursor: XmlCursor): boolean {
  const value = cursor.attribute('w:val')
  return value === null || isTrue(value)
}

/** Whether an attribute says yes. */
export const isTrue = (value: string | null): boolean => value === '1' || value === 'true' || value === 'on'

/** The whole number in an attribute, null when it holds none. */
export function numberIn(cursor: XmlCursor, name: string): number | null {
  const value = cursor.attribute(name)
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}
