/** Presentation forms of Arabic and Hebrew, Latin ligatures. */
const COMPOSED = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]/
const COMPOSED_ALL = new RegExp(COMPOSED.source, 'g')

/** Bullets of the fonts Symbol and Wingdings, which have no place in Unicode of their own. */
const BULLETS = /[\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc\uf0e0\uf02d]/g

/** What no reader can see: controls, byte order marks, joiners that PDF writers leave, private characters. */
const UNREADABLE = /[^\P{Cc}\t\n]|[\ufffd\ue000-\uf8ff]/gu

/** Neither a letter of Western Europe nor one of the common signs. */
const UNUSUAL = /[^ -~\u00a0-\u024f\u2010-\u2027]/

/** Letters and presentation forms of the scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** The characters of a piece in plain Unicode, and how many of them nobody can read. */
export function plainCharacters(text: string): { readonly text: string; readonly unreadable: number } {
  if (!UNUSUAL.test(text)) return { text, unreadable: 0 }
  let plain = text
  if (COMPOSED.test(plain)) plain = plain.replace(COMPOSED_ALL, (sign) => sign.normalize('NFKC').trim())
  plain = plain.replace(BULLETS, '•').replace(/[\u200b\u2060\ufeff]/g, '')
  let unreadable = 0
  plain = plain.replace(UNREADABLE, () => {
    unreadable++
    return ''
  })
  return { text: plain, unreadable }
}

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** More letters that run from right to left than others. */
export function isRightToLeft(text: string): boolean {
  if (!RIGHT_TO_LEFT.test(text)) return false
  let balance = 0
  for (const letter of text.match(/\p{L}/gu) ?? []) balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1
  return balance > 0
}
