import { countedLetters, roman } from '../numerals.ts'
import { attribute, type Attributes } from './attributes.ts'

/** The numbering of one ordered list: the number of its next item, and how numbers are shown. */
export interface ListNumbers {
  next: number
  readonly style: string
}

/** The numbering that an `ol` begins. */
export function listNumbers(attributes: Attributes): ListNumbers {
  const start = Number.parseInt(attribute(attributes, 'start') ?? '1', 10)
  return { next: Number.isFinite(start) ? start : 1, style: attribute(attributes, 'type') ?? '1' }
}

/** The number of the next item as shown ("3", "c", "iv"); `value` on the item sets the count. */
export function takeNumber(numbers: ListNumbers, attributes: Attributes): string {
  const value = Number.parseInt(attribute(attributes, 'value') ?? '', 10)
  if (Number.isFinite(value)) numbers.next = value
  const number = numbers.next++
  return shown(number, numbers.style)
}

function shown(number: number, style: string): string {
  if (number < 1 || number > 3999) return String(number)
  if (style === 'a') return countedLetters(number)
  if (style === 'A') return countedLetters(number).toUpperCase()
  if (style === 'i') return roman(number)
  if (style === 'I') return roman(number).toUpperCase()
  return String(number)
}
