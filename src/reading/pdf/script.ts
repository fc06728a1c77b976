import { hasRightToLeft } from './characters.ts'

/** How a run of signs stands in a line: from right to left, from left to right, as a number, or as what is around it. */
export type Script = 'right' | 'left' | 'number' | 'neutral'

export function scriptOf(text: string): Script {
  if (/^\P{L}*\p{N}\P{L}*$/u.test(text)) return 'number'
  if (hasRightToLeft(text)) return 'right'
  return /\p{L}/u.test(text) ? 'left' : 'neutral'
}
