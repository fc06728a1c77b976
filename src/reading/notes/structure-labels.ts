const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const ARROWS = /^[\s^↑↩↵⏎⤴⬑⮌⮐↖←⇧⇑«‹ꜛ△▲[\]()]{1,10}$/

/** How the words of a link look as a marker: `strong` where they can hardly be anything else, `weak` for a bare number. */
export interface MarkerWords {
  readonly label: string
  readonly strong: boolean
}

/** What stands around a link's words: `raised` as superscript, `bracketed` in square brackets, its own or those around it. */
export interface MarkerDress {
  readonly raised: boolean
  readonly bracketed: boolean
}

const NUMBER = /^\d{1,4}[a-z]?$/i
const SYMBOL = /^[*†‡§¶#‖+]{1,4}$/
const LETTERS = /^(?:\p{L}|[ivxlc]{1,7})$/iu
const NAMED = /^\p{L}[\p{L}.-]{0,15}\s\d{1,4}$/u
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._:+/&'’\s-]{1,40}$/u

/** The label in a link's words, or null when no marker looks like that. A key ("RFC2119") needs its brackets. */
export function markerWords(words: string, dress: MarkerDress): MarkerWords | null {
  const raised = dress.raised || isRaisedNumber(words)
  const label = bareLabel(words)
  if (NUMBER.test(label)) return { label, strong: raised || dress.bracketed }
  if (SYMBOL.test(label)) return { label, strong: true }
  if (!raised && !dress.bracketed) return null
  if (LETTERS.test(label) || NAMED.test(label)) return { label, strong: true }
  return dress.bracketed && KEY.test(label) ? { label, strong: true } : null
}

/** True for a number in raised digits of its own: ¹². */
export const isRaisedNumber = (words: string): boolean => /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}$/.test(words)

/** A text with plain digits for raised ones; every character keeps its place. */
export const plainDigits = (text: string): string =>
  text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED_DIGITS.indexOf(digit)))

/** A label without brackets and end punctuation, raised digits as plain ones. */
export function bareLabel(words: string): string {
  return plainDigits(words.slice(0, 200))
    .replace(/^[\s[({]+/, '')
    .replace(/[\s\])}.:]+$/, '')
}

/** True for the arrows and carets that lead from a note back to its call. */
export const isArrow = (words: string): boolean => ARROWS.test(words.replace(/\ufe0e|\ufe0f/g, ''))

/** Words such as "Return to text" that lead from a note back to its call. */
export const isReturn = (words: string): boolean =>
  words.length <= 40 &&
  /^[[(↑↩^\s]{0,3}(?:back|return|jump (?:back|up)|zurück|retour|volver)(?:\s|$|[\])])/i.test(words)
