/** Character classes of sentence segmentation. Codes are UTF-16 code units; NaN (beyond the end) is in no class. */

const set = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)))

const CLOSING = set('"\'”’“‘»«›‹)]}」』）】》〉〕］｝')
const OPENING = set('"\'“‘”„‟‚«»‹›([{¿¡「『（【《〈〔［｛')
const EITHER_WAY = set('"\'“‘’«»‹›')
const DASH = set('-–—―−‐‑')

export const isClosing = (code: number): boolean => CLOSING.has(code)
export const isOpening = (code: number): boolean => OPENING.has(code)
/** Marks that open in one tradition and close in another, so that only their neighbours tell. */
export const isEitherWay = (code: number): boolean => EITHER_WAY.has(code)
export const isDash = (code: number): boolean => DASH.has(code)

export const isDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x669) || (code >= 0xff10 && code <= 0xff19)

export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000

/** Directional marks, joiners and soft hyphens: no width, no meaning here. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff

const isAsciiLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

export const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 128 ? isAsciiLetter(code) : /\p{L}/u.test(characterAt(text, at))
}

export const isUpper = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 65 && code <= 90 : /[\p{Lu}\p{Lt}]/u.test(characterAt(text, at))
}

export const isLower = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 97 && code <= 122 : /\p{Ll}/u.test(characterAt(text, at))
}

export const isWordCharacter = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || isLetter(text, at)

/** Kana, Han and Hangul: scripts that put no space between sentences. */
export const isEastAsian = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af)

export const isGreek = (code: number): boolean =>
  (code >= 0x370 && code <= 0x3ff && code !== 0x37e && code !== 0x387) || (code >= 0x1f00 && code <= 0x1fff)

export const isArmenian = (code: number): boolean => code >= 0x531 && code <= 0x588
export const isArabic = (code: number): boolean => code >= 0x620 && code <= 0x6d3
export const isDevanagari = (code: number): boolean => code >= 0x900 && code <= 0x963

/** First position from `at` on that holds no white space and nothing invisible; the text's length when there is none. */
export function skipSpace(text: string, at: number): number {
  let here = at
  while (here < text.length && isBlank(text.charCodeAt(here))) here++
  return here
}

export const isBlank = (code: number): boolean =>
  (code <= 32 || code >= 0xa0) && (isSpace(code) || isInvisible(code))

const characterAt = (text: string, at: number): string => {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}
