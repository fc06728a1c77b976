import { readFileSync } from 'node:fs'

interface LanguageFile {
  readonly names: Readonly<Record<string, string>>
  readonly scripts: readonly {
    readonly name: string
    readonly blocks: string
    readonly languages: readonly string[]
  }[]
  readonly words: Readonly<Record<string, string>>
}

const data = JSON.parse(readFileSync(new URL('./languages.json', import.meta.url), 'utf8')) as LanguageFile

/** A script: the languages written in it, the one to take when no word tells first. */
export interface Script {
  readonly name: string
  readonly languages: readonly string[]
}

export const scripts: readonly Script[] = data.scripts

/** The script of each of the first 65,536 code points, as an index into `scripts` plus 1; 0 for none. */
const scriptOf = new Uint8Array(0x10000)
data.scripts.forEach(({ blocks }, index) => {
  for (const block of blocks.split(' ')) {
    const [from = 0, to = 0] = block.split('-').map((hex) => parseInt(hex, 16))
    scriptOf.fill(index + 1, from, to + 1)
  }
})

/** The index of the script that a UTF-16 code unit belongs to, or -1. Digits and marks below Latin letters belong to none. */
export const scriptAt = (code: number): number => (scriptOf[code] ?? 0) - 1

/** The languages that each function word belongs to. */
export const languagesByWord: ReadonlyMap<string, readonly string[]> = byWord()

function byWord(): Map<string, string[]> {
  const languages = new Map<string, string[]>()
  for (const [language, words] of Object.entries(data.words))
    for (const word of new Set(words.split(' ')))
      languages.set(word, [...(languages.get(word) ?? []), language])
  return languages
}

/** The English name of a language by its tag ("pt-BR" → "Portuguese"), or the tag itself. */
export const nameOfLanguage = (tag: string): string =>
  data.names[tag.split(/[-_]/)[0]?.toLowerCase() ?? ''] ?? tag
