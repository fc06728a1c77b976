const SINGLE_QUOTES = /[‘’‚‛′`´ʼ]/g
const DOUBLE_QUOTES = /[“”„‟«»″]|''/g
const DASHES = /[‐‑‒–—―−]/g
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g

/**
 * The words of a text with its typography folded: one kind of quote mark, dash, ellipsis and space, no invisible
 * characters. Two texts that differ only in typography give the same string.
 * Marker labels are words to this function: cut them out first, by their spans.
 */
export function withoutTypography(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?)])/g, '$1')
    .trim()
}

/** The signs that mean something in SQL's LIKE, as signs that do not: a search is for them, not by them. */
const PLAIN: Readonly<Record<string, string>> = { '%': '\uFF05', _: '\uFF3F', '\\': '\uFF3C' }

/** A text as search sees it: lower case, typography and diacritics folded, and nothing that LIKE takes for a wildcard. */
export function foldedForSearch(text: string): string {
  return withoutTypography(text)
    .normalize('NFD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[%_\\]/g, (sign) => PLAIN[sign] ?? sign)
}
