/** A sign and the number it adds to its neighbours. */
export type Sign = readonly [number, string]

/** From the greatest to the smallest. */
const ROMAN: readonly Sign[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number from 1 in Roman numerals, in small letters. */
export const roman = (number: number): string => additive(number, ROMAN)

/** A number from 1 in signs whose values add up. `signs` descend to 1. */
export function additive(number: number, signs: readonly Sign[]): string {
  let left = number
  let out = ''
  for (const [value, sign] of signs) for (; left >= value; left -= value) out += sign
  return out
}

/** A number from 1 in the small letters of English as browsers count with them: after z come aa, ab. */
export function countedLetters(number: number): string {
  let left = number
  let out = ''
  while (left > 0) {
    out = String.fromCharCode(97 + ((left - 1) % 26)) + out
    left = Math.floor((left - 1) / 26)
  }
  return out
}

/** Longest label made of one letter. */
const MOST_REPEATED = 20

/** A number from 1 in the letters of an alphabet as Word counts with them: after z come aa, bb. */
export function repeatedLetters(number: number, alphabet: string): string {
  const letter = alphabet.charAt((number - 1) % alphabet.length)
  return letter.repeat(Math.min(MOST_REPEATED, Math.floor((number - 1) / alphabet.length) + 1))
}
