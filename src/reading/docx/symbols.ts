/** The Symbol font, from 0x20 to 0x7E and from 0xA1 to 0xFE (Adobe's Symbol encoding). */
const LOW = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const HIGH = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'

/** Signs of the Wingdings fonts that stand in prose. */
const WINGDINGS: Readonly<Record<string, string>> = {
  '6c': '●',
  '6e': '■',
  '9f': '•',
  a7: '▪',
  a8: '◻',
  d8: '➢',
  df: '←',
  e0: '→',
  e8: '➔',
  fc: '✓',
  fb: '✗',
  fe: '☑',
}

/** Fonts whose characters stand at their own places. */
const DECORATIVE = /^(?:wingdings|webdings|symbol|zapf dingbats|mt extra)/i

/**
 * The character that a `w:sym` shows, null where no character stands for it. `char`: four hexadecimal digits; fonts of
 * symbols have theirs at F000 and above.
 */
export function symbolText(font: string, char: string): string | null {
  const code = Number.parseInt(char, 16)
  if (!Number.isFinite(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code < 0xe000)) return null
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (!DECORATIVE.test(font)) return place < 0xe000 ? String.fromCharCode(place) : null
  if (/^wingdings$/i.test(font)) return WINGDINGS[place.toString(16)] ?? null
  if (!/^symbol$/i.test(font)) return null
  return (place < 0x7f ? LOW[place - 0x20] : HIGH[place - 0xa1]) ?? null
}
