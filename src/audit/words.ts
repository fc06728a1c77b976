import { readFileSync } from 'node:fs'

const lists = JSON.parse(readFileSync(new URL('./words.json', import.meta.url), 'utf8')) as Readonly<
  Record<'absolute' | 'confidence' | 'manySources' | 'counting', string>
>

/** The words and phrases of one list, whole, whatever their case. */
export const anyOf = (list: keyof typeof lists): string => `(?:${lists[list]})`
export const whole = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')
