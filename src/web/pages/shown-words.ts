/** A part of what somebody wrote: words, a mention of a person, or a sign that would turn the line's direction. */
export interface ShownPart {
  readonly kind: 'words' | 'mention' | 'sign'
  readonly text: string
}

const OVERRIDES: Readonly<Record<string, string>> = {
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
}

/**
 * What somebody wrote, paragraph by paragraph, for a page that prints each as text with a direction of its own. Overrides of
 * the direction are named instead of obeyed: they could make words read backwards. `names`: of those it speaks to.
 */
export function shownWords(words: string, names: readonly string[] = []): readonly (readonly ShownPart[])[] {
  return words.split(/\n+/).map((paragraph) => partsOf(paragraph, names))
}

function partsOf(paragraph: string, names: readonly string[]): ShownPart[] {
  const pattern = new RegExp(`([\u202d\u202e]${names.map((name) => `|@${escaped(name)}`).join('')})`, 'giu')
  return paragraph
    .split(pattern)
    .filter((text) => text !== '')
    .map((text) => {
      const override = OVERRIDES[text]
      if (override !== undefined) return { kind: 'sign', text: override }
      const mention =
        text.startsWith('@') && names.some((name) => `@${name}`.toLowerCase() === text.toLowerCase())
      return { kind: mention ? 'mention' : 'words', text }
    })
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
