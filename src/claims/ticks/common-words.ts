import { phrasesOf, readData, wordsOf } from './read-data.ts'

const { grammar, words } = readData('common-words.json') as Readonly<
  Record<'grammar' | 'words', readonly string[]>
>
const FUNCTION_WORDS = new Set(wordsOf(grammar))
const { heads } = readData('titles.json') as { readonly heads: readonly string[] }
const COMMON = new Set([...wordsOf(words), ...phrasesOf(heads)])

/** Words of grammar, lower case. */
export const isFunctionWord = (lower: string): boolean => FUNCTION_WORDS.has(lower)

/** Ordinary English words, lower case; a regular plural or past tense goes with its stem. */
export const isCommonWord = (lower: string): boolean =>
  FUNCTION_WORDS.has(lower) || COMMON.has(lower) || stemsOf(lower).some((stem) => COMMON.has(stem))

function stemsOf(lower: string): string[] {
  if (lower.length < 5) return lower.endsWith('s') ? [lower.slice(0, -1)] : []
  if (lower.startsWith('un') || lower.startsWith('re')) return [lower.slice(2)]
  if (lower.endsWith('ies') || lower.endsWith('ied')) return [`${lower.slice(0, -3)}y`]
  if (lower.endsWith('ing')) return [lower.slice(0, -3), `${lower.slice(0, -3)}e`]
  if (lower.endsWith('es') || lower.endsWith('ed') || lower.endsWith('ly'))
    return [lower.slice(0, -2), lower.slice(0, -1)]
  return lower.endsWith('s') ? [lower.slice(0, -1)] : []
}
