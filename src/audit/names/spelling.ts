/** Small words that belong to a name but tell nobody apart: articles of names from Arabic, and what stands for them. */
const ARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'ul',
  'an',
  'ar',
  'as',
  'ash',
  'at',
  'az',
  'ad',
  'the',
])

/** What two spellings of one sound become. Order matters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}]/gu, ''],
  [/ph/g, 'f'],
  [/ck|q|c(?![hiey])/g, 'k'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/dh|ḍ/g, 'd'],
  [/w/g, 'v'],
  [/tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/j|dj/g, 'j'],
  [/(\p{L})\1+/gu, '$1'],
  [/ou|oo|eu|u|o/g, 'u'],
  [/ie|ei|ee|ey|iy|yi|y|i|e/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
  [/ah$/g, 'a'],
]

/** The words of a name as they are written, without possessive endings, articles and titles’ dots: "Al-Nono’s" → ["Nono"]. */
export const nameWords = (name: string): string[] =>
  name
    .replace(/['’]s?$/u, '')
    .split(/[\s\-–‑]+/u)
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((word) => word !== '' && !ARTICLES.has(word.toLowerCase()))

/** A word's letters, small, without diacritics and signs for sounds that Latin has no letter for. */
export const bareLetters = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼʿʾ`´]/gu, '')
    .toLowerCase()

/** How a word sounds, roughly and alike for the usual ways of writing one name of another script in Latin letters. */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((sound, [pattern, letter]) => sound.replace(pattern, letter), bareLetters(word))
