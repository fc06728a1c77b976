import type { Side, Sides } from '../../text/alignment-run.ts'
import { wordingOf } from '../../text/similarity-wording.ts'
import { bagOf, type WordBag } from '../../text/similarity-words.ts'
import type { BlockKind } from '../document.ts'
import type { Passage } from './passages.ts'

/** The passages of two documents as the sides of an alignment. */
export function sidesOf(olds: readonly Passage[], news: readonly Passage[]): Sides {
  const ids = new WordingIds()
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

/** Numbers for wordings: equal for equal wordings. What is written the same is folded once. */
class WordingIds {
  private readonly byText = new Map<string, number>()
  private readonly byWording = new Map<string, number>()

  of(words: string): number {
    const known = this.byText.get(words)
    if (known !== undefined) return known
    const wording = wordingOf(words)
    const id = this.byWording.get(wording) ?? this.byWording.size
    this.byWording.set(wording, id)
    this.byText.set(words, id)
    return id
  }
}
