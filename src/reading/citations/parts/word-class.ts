/** What a word ends with, as it matters for where a part of a reference ends. */
const ENDS: Readonly<Record<string, number>> = { '.': 1, ',': 2, ';': 3, ':': 4, ')': 5, ']': 5 }
export const END_CLASSES = 8
export const START_CLASSES = 6
const QUOTE_END = /["”»’'“][.,;:)]?$|[.,;]["”»’'“]$/

/** 0 nothing · 1 full stop · 2 comma · 3 semicolon · 4 colon · 5 bracket · 6 closing quotation · 7 full stop after a bracket or number. */
export function endClass(word: string): number {
  if (QUOTE_END.test(word)) return 6
  if (/[)\d]\.$/.test(word)) return 7
  if (/[)\]][,:;]$/.test(word)) return 5
  return ENDS[word.at(-1) ?? ''] ?? 0
}

/** 0 small letter · 1 capital · 2 digit · 3 bracket · 4 quotation mark · 5 anything else. */
export function startClass(word: string): number {
  if (/^\p{Lu}/u.test(word)) return 1
  if (/^\p{L}/u.test(word)) return 0
  if (/^\d/.test(word)) return 2
  if (/^[([{]/.test(word)) return 3
  return /^["“”«„‘'’]/.test(word) ? 4 : 5
}

const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['address', /^(?:https?:|www\.|<https?:|\(https?:)|\.(?:com|org|net|edu|gov|html?|pdf)\b/i],
  ['doi', /\b10\.\d{4,9}\/|^doi\b/i],
  ['year', /^[[({<]?(?:c\.)?(?:1[4-9]|20)\d\d[a-z]?[\])}>]?[.,;:)]{0,3}$/],
  ['years', /^\(?(?:1[4-9]|20)\d\d[-–/](?:1[4-9]|20)?\d\d\)?[.,;:]{0,2}$/],
  ['pages', /^(?:pp?\.)?[A-Za-z]?\d{1,6}[-–—‐−]{1,2}[A-Za-z]?\d{1,6}\)?[.,;:]{0,2}$/],
  ['volume', /^\(?\d{1,4}(?:\([^()]{1,12}\)|[:/]\d{1,4})[.,;:]{0,2}(?:\d{1,6}[-–]?\d{0,6}[.,]?)?$/],
  ['label', /^\[[\w+-]{1,12}\][.,]?$/],
  ['digits', /^[([]?\d{1,4}[)\]]?[.,;:]{0,2}$/],
  ['number', /^[\d.,:;()-]+$/],
  ['initial', /^\(?\p{Lu}\.?-?[.,;:)]{0,3}$/u],
  ['initials', /^\(?(?:\p{Lu}\p{Ll}?\.[-–]?){1,5}\p{Lu}?[.,;:)]{0,3}$/u],
  ['capitals', /^[("“]?[\p{Lu}\d][\p{Lu}\d.'’&/-]+[.,;:)"”]{0,3}$/u],
  ['name', /^[("“«]?\p{Lu}[\p{Ll}'’]+[.,;:)"”»]{0,3}$/u],
  ['mixed', /^[("“«]?\p{Lu}[\p{L}\d'’-]+[.,;:)"”»]{0,3}$/u],
  ['small', /^[("“«]?\p{Ll}+[.,;:)"”»]{0,3}$/u],
  ['joined', /^\p{L}/u],
]
const OTHER_SHAPE = SHAPES.length
export const SHAPE_CLASSES = SHAPES.length + 1

/** The first of the shapes above that the word has, by number. */
export function shapeClass(word: string): number {
  const found = SHAPES.findIndex(([, shape]) => shape.test(word))
  return found < 0 ? OTHER_SHAPE : found
}

export const shapeName = (shape: number): string => SHAPES[shape]?.[0] ?? 'other'
