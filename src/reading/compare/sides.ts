import type { Side, Sides } from '../../text/alignment-run.ts'
import { bagOf, type WordBag } from '../../text/similarity-words.ts'
import type { BlockKind } from '../document.ts'
import type { Passage } from './passages.ts'
import type { Wordings } from './wordings.ts'

/** The passages of two documents as the sides of an alignment. */
export function sidesOf(olds: readonly Passage[], news: readonly Passage[], wordings: Wordings): Sides {
  const oldTexts = new Set(olds.map(({ words }) => words))
  const shared = new Set(news.map(({ words }) => words).filter((words) => oldTexts.has(words)))
  const ids = new WordingIds(shared, wordings)
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
 * Numbers for wordings: equal for equal wordings. What both documents write alike is known by its very letters, and only
 * the rest has its typography folded.
 */
class WordingIds {
  private readonly ids = new Map<string, number>()

  constructor(
    private readonly shared: ReadonlySet<string>,
    private readonly wordings: Wordings,
  ) {}

  of(words: string): number {
    const key = this.shared.has(words) ? `=${words}` : `~${this.wordings.of(words)}`
    const id = this.ids.get(key) ?? this.ids.size
    this.ids.set(key, id)
    return id
  }
}
