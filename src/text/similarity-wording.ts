import { withoutTypography } from './typography.ts'

/** Words that mean something else once they are joined to their neighbour: "not able" is not "notable". */
const APART = /(?<![\p{L}\p{N}])(?:not|no|nor|never|now)(?![\p{L}\p{N}])/giu
const EMPHASIS = /\*\*+|__+/g
const COMMA_AT_DASH = /,("?) ?-(?=\D)/g
const QUOTE_BEFORE_STOP = /"([.,])/g
const SPACE_AT_MARK =
  / (?=[^\p{L}\p{N}\-$£€¥#+@&\uE000])|(?<=[^\p{L}\p{N}\-%\uE000]) (?!(?<=\p{N}[.,:] )\p{N})/gu
const BETWEEN_LETTERS = /(?<=\p{L})[ -]+(?=\p{L})/gu
const LETTER_TO_DIGIT = /(?<=\p{L})(?:-| | - )(?=\p{N})/gu
const DIGIT_TO_LETTER = /(?<=\p{N})[ -]+(?=\p{L})/gu
const BETWEEN_DIGITS = /(?<=\p{N}) ?- ?(?=\p{N})/gu
const SIDES_OF_APART = /[ -]*\uE000[ -]*/g
const QUOTE_NOT_INSIDE = /(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu
const INITIALS = /(?<!\p{L})(?:\p{L}\.){2,}/gu
const PLAIN = /^[a-z0-9]*$/i

/**
 * What a stretch of text says, typography aside: two stretches give the same string exactly when they differ in nothing
 * but kinds of quotation marks, dashes and hyphens, spaces, the stops of initials and invisible characters. Case, digits, signs of currency
 * and other punctuation count.
 *
 * Marker labels are words to this function: cut them out first. Linear. No text for people: do not show it.
 */
export function wordingOf(text: string): string {
  if (PLAIN.test(text)) return text
  return withoutTypography(text)
    .replace(EMPHASIS, '')
    .replace(/--+/g, '-')
    .replace(INITIALS, (letters) => letters.replaceAll('.', ''))
    .replace(QUOTE_NOT_INSIDE, '"')
    .replace(QUOTE_BEFORE_STOP, '$1"')
    .replace(COMMA_AT_DASH, '$1-')
    .replace(APART, '\uE000$&\uE000')
    .replace(SIDES_OF_APART, '\uE000')
    .replace(BETWEEN_LETTERS, '')
    .replace(SPACE_AT_MARK, '')
    .replace(LETTER_TO_DIGIT, '')
    .replace(DIGIT_TO_LETTER, '')
    .replace(BETWEEN_DIGITS, '-')
}

const ASCII = /^[\x20-\x7e\s]*$/
/** All but letters, digits and marks that belong to letters; generous outside Latin. */
const NO_LETTERS = /[^A-Za-z0-9\u00C0-\u02BB\u02BD-\u1FFF\u2C00-\uFEFE]+/g

/**
 * The letters and digits of a text. Quick to make: texts of the same wording have the same letters, so that only those need
 * their wordings compared.
 */
export const lettersOf = (text: string): string =>
  (ASCII.test(text) ? text : text.normalize('NFKC')).replace(NO_LETTERS, '')
