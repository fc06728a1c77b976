import { readsCues } from './cues-by-language.ts'
import { languagesByWord, scriptAt, scripts, type Script } from './language-data.ts'

/** Code units looked at: enough to be sure, and nothing against the length of a report. */
const SAMPLE = 20_000
/** Share of the letters that must stand in another script than Latin for the text to be in that script's language. */
const MOSTLY = 0.5
const LATIN = scripts.find(({ name }) => name === 'Latin') ?? null

/** Different function words that another language than English must show in a text, and how many times English's all of them. */
const LEAST = 3
const MARGIN = 1.7
/** Share of a text's words that are function words, at least, when it is in the language. */
const LEAST_SHARE = 0.15

/**
 * The language (BCP 47) that a text is written in, told by its script and its function words. English unless the text says
 * otherwise: a short line of names, or one that could be either, is English.
 */
export function detectLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  if (isPlainlyEnglish(sample)) return 'en'
  const script = BEYOND_ASCII.test(sample) ? mainScript(sample) : LATIN
  if (script === null) return 'en'
  if (script.languages.length === 1) return script.languages[0] ?? 'en'
  return script.name === 'Latin' ? latinLanguage(sample, script) : commonest(countWords(sample), script)
}

/** Code units: a longer text is looked at more closely, as it may only quote English. */
const SHORT = 2_000

/** English as most lines are: nothing but ASCII, and a word that no other language of the list has. */
const isPlainlyEnglish = (sample: string): boolean =>
  sample.length < SHORT && ENGLISH.test(sample) && !BEYOND_ASCII.test(sample)

const ENGLISH = /\b(?:the|and|that|this|they|their|which|would)\b/
const BEYOND_ASCII = /[^\0-\x7f‘-”–—…]/

/** Code units of a text that is long enough for its words to be believed over what its file says. */
const TELLING = 1_000

/**
 * The language of a document whose file says that it is `told` (null when it says nothing). Templates often say the wrong one:
 * a text that is plainly English, plainly not, or in another script is believed over its file.
 */
export function languageOf(told: string | null, text: string): string {
  const detected = detectLanguage(text)
  if (told === null || told === '') return detected
  const toldScript = scriptOfLanguage(told)
  if (toldScript !== null && toldScript !== scriptOfLanguage(detected)) return detected
  if (readsCues(told) === readsCues(detected) || text.length < TELLING) return told
  return detected !== 'en' || isSurelyEnglish(text.slice(0, SAMPLE)) ? detected : told
}

/** The script that a language is written in, as far as the list knows it. */
const scriptOfLanguage = (tag: string): string | null =>
  scripts.find(({ languages }) => languages.includes(tag.split(/[-_]/)[0]?.toLowerCase() ?? ''))?.name ?? null

/** The script of most letters, or null for a text without letters. Kana makes Han Japanese. */
function mainScript(sample: string): Script | null {
  const counts = new Uint32Array(scripts.length)
  let letters = 0
  for (let at = 0; at < sample.length; at++) {
    const script = scriptAt(sample.charCodeAt(at))
    if (script < 0) continue
    counts[script] = (counts[script] ?? 0) + 1
    letters++
  }
  const count = (name: string): number => counts[scripts.findIndex((script) => script.name === name)] ?? 0
  const japanese = count('Kana') > 0 && count('Kana') + count('Han') > letters * MOSTLY
  const best = japanese
    ? scripts.findIndex(({ name }) => name === 'Kana')
    : counts.indexOf(Math.max(...counts))
  if (letters === 0) return null
  return japanese || (counts[best] ?? 0) > letters * MOSTLY ? (scripts[best] ?? null) : null
}

interface WordCounts {
  readonly words: number
  /** Function words of each language, and how many different ones that English has not. A word of several counts for each. */
  readonly hits: ReadonlyMap<string, number>
  readonly different: ReadonlyMap<string, number>
}

function countWords(sample: string): WordCounts {
  const hits = new Map<string, number>()
  const different = new Map<string, number>()
  const seen = new Set<string>()
  let words = 0
  for (const [word] of sample.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
    words++
    const languages = languagesByWord.get(word.includes('’') ? word.replaceAll('’', "'") : word)
    if (languages === undefined) continue
    for (const language of languages) increase(hits, language)
    if (!seen.has(word) && !languages.includes('en'))
      for (const language of languages) increase(different, language)
    seen.add(word)
  }
  return { words, hits, different }
}

const increase = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)

/** English, unless another language has enough function words of its own and clearly more than English. */
function latinLanguage(sample: string, script: Script): string {
  const counts = countWords(sample)
  const best = commonest(counts, script)
  const hits = counts.hits.get(best) ?? 0
  const english = counts.hits.get('en') ?? 0
  const isSure = (counts.different.get(best) ?? 0) >= LEAST
  return isSure && hits >= english * MARGIN && hits >= counts.words * LEAST_SHARE ? best : 'en'
}

/** Whether the function words of a text are English, rather than too few to tell. */
function isSurelyEnglish(sample: string): boolean {
  const { hits, words } = countWords(sample)
  const english = hits.get('en') ?? 0
  const others = [...hits].filter(([language]) => language !== 'en').map(([, count]) => count)
  return english >= words * LEAST_SHARE && english >= Math.max(0, ...others) * MARGIN
}

/** The script's language with the most function words in the sample; of equals the one that the script names first. */
function commonest({ hits }: WordCounts, { languages }: Script): string {
  let best = languages[0] ?? 'en'
  for (const language of languages) if ((hits.get(language) ?? 0) > (hits.get(best) ?? 0)) best = language
  return best
}
