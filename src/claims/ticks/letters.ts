const LETTER = /[\p{L}\p{M}]/u
const UPPER = /\p{Lu}/u

const isAsciiUpper = (code: number): boolean => code >= 65 && code <= 90
const isAsciiLetter = (code: number): boolean => isAsciiUpper(code) || (code >= 97 && code <= 122)

/** Whether a letter or its combining mark stands at `at`. Letters outside the basic plane count by their first code unit. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return isAsciiLetter(code)
  return code >= 0xd800 && code < 0xe000 ? false : LETTER.test(text.charAt(at))
}

export function isUpperAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? isAsciiUpper(code) : UPPER.test(text.charAt(at))
}

export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** An apostrophe as transcriptions and typographers write it. */
export const isApostropheAt = (text: string, at: number): boolean =>
  at < text.length && "'’ʼʻ‘`".includes(text.charAt(at))

/** With straight apostrophes. */
export const straightened = (words: string): string =>
  /[’ʼʻ‘`]/.test(words) ? words.replace(/[’ʼʻ‘`]/g, "'") : words
