/** Kinds of characters, as a text is divided into words. */
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
export const APOSTROPHE = 4
export const MARK = 5

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (code <= 32) return SPACE
  if (/[A-Za-z]/.test(char)) return LETTER
  if (/[0-9]/.test(char)) return DIGIT
  return char === "'" ? APOSTROPHE : MARK
})

/** What kind of character an UTF-16 code unit is. Everything from Latin-1 upwards is a letter unless it is punctuation or space. */
export function kindOf(code: number): number {
  if (code < 128) return ASCII[code] ?? MARK
  if (code === 0x2019) return APOSTROPHE
  if (code === 0xa0 || code === 0x202f || code === 0x3000) return SPACE
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3001 && code <= 0x303f)) return MARK
  return LETTER
}

/** Whether the character at `at` of a text, or nothing when it is past `limit`, is a letter. */
export const isLetterAt = (text: string, at: number, limit: number): boolean =>
  at < limit && kindOf(text.charCodeAt(at)) === LETTER
