import type { Side, Sides } from '../../text/alignment-run.ts'
import { bagOf, type WordBag } from '../../text/similarity-words.ts'
import type { BlockKind } from '../document.ts'
import type { Passage } from './passages.ts'
import type { Wordings } from './wordings.ts'

/** The passages of two documents as the sides of an alignment. */
export function sidesOf(olds: readonly Passage[], news: readonly Passage[], wordings: Wordings): Sides {
  const ids = new WordingIds(olds, news, wordings)
  return { old: sideOf(olds, ids), new: sideOf(news, ids) }
}

function sideOf(passages: readonly Passage[], ids: WordingIds): Side {
  const bags: (WordBag | undefined)[] = []
  return {
    ids: passages.map(({ words }) => ids.of(words)),
    letters: passages.map(({ words }) => words.length),
    blocks: passages.map(({ block }) => block),
    families: passages.map(({ kind }) => familyOf(kind)),
    slots: passages.map(({ kind, words }) => kind === 'table-cell' && FIGURES.test(words)),
    bag: (index) => (bags[index] ??= bagOf(passages[index]?.words ?? '')),
  }
}

/** Headings are versions of headings only, cells of cells. */
function familyOf(kind: BlockKind): number {
  if (kind === 'heading') return 1
  return kind === 'table-cell' ? 2 : 0
}

/** A cell of figures: digits with what stands round them, and no words. */
const FIGURES = /^[^\p{L}]{0,12}\p{N}[^\p{L}]{0,40}$/u

/**
 * Numbers for wordings: equal for equal wordings. What both documents write alike, and neither writes otherwise too, is known by its
 * very characters, what has letters that the other document has nowhere by those; only the rest has its typography folded.
 */
class WordingIds {
  private readonly ids = new Map<string, number>()
  private readonly shared: ReadonlySet<string>
  private readonly sharedLetters: ReadonlySet<string>
  /** Of the texts that only one document has in these characters. */
  private readonly otherLetters: ReadonlySet<string>

  constructor(
    olds: readonly Passage[],
    news: readonly Passage[],
    private readonly wordings: Wordings,
  ) {
    const [before, after] = [textsOf(olds), textsOf(news)]
    const lettersOf = (texts: readonly string[]): string[] => texts.map((words) => wordings.lettersOf(words))
    this.shared = inBoth(before, after)
    this.sharedLetters = inBoth(lettersOf(before), lettersOf(after))
    this.otherLetters = new Set(lettersOf([...before, ...after].filter((words) => !this.shared.has(words))))
  }

  of(words: string): number {
    const key = this.keyOf(words)
    const id = this.ids.get(key) ?? this.ids.size
    this.ids.set(key, id)
    return id
  }

  private keyOf(words: string): string {
    const letters = this.wordings.lettersOf(words)
    if (this.shared.has(words) && !this.otherLetters.has(letters)) return `=${words}`
    return this.sharedLetters.has(letters) ? `~${this.wordings.of(words)}` : `?${words}`
  }
}

const textsOf = (passages: readonly Passage[]): string[] => passages.map(({ words }) => words)

function inBoth(olds: readonly string[], news: readonly string[]): ReadonlySet<string> {
  const known = new Set(olds)
  return new Set(news.filter((text) => known.has(text)))
}
