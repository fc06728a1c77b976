import { intern } from './vocabulary.ts'

/** A phrase of words and what it means. Words in (brackets) in the notation are context: matched, but no part of the phrase's span. */
export interface Phrase<T> {
  readonly notation: string
  readonly meaning: T
  /** Tokens of context before the span, and tokens of the span itself. */
  readonly lead: number
  readonly size: number
}

/** A tree of phrases: one step per token, found by the token's id. */
export interface PhraseTree<T> {
  next: Map<number, PhraseTree<T>> | null
  phrase: Phrase<T> | null
}

export interface PhraseMatch<T> {
  readonly phrase: Phrase<T>
  /** Index of the first token of the match, context included, and of the token after its last. */
  readonly from: number
  readonly to: number
}

export const newTree = <T>(): PhraseTree<T> => ({ next: null, phrase: null })

/** The words and marks of a lexicon's phrase, as `tokenise` divides a text. */
export const wordsOf = (phrase: string): string[] =>
  /^[a-z ]+$/.test(phrase) ? phrase.split(' ').filter(Boolean) : divided(phrase)

const divided = (phrase: string): string[] =>
  phrase.match(/[\p{L}\p{N}]+(?:'(?!s\b)\p{L}+)*|'s|[^\s]/gu) ?? []

/** Adds one phrase in the lexicons' notation to the tree; a phrase that stands already is replaced. */
export function addPhrase<T>(tree: PhraseTree<T>, notation: string, meaning: T): void {
  const [lead, span, trail] = partsOf(notation)
  let node = tree
  for (const word of [...lead, ...span, ...trail]) node = childOf(node, intern(word))
  node.phrase = { notation, meaning, lead: lead.length, size: span.length }
}

/** The words of the context before, of the phrase itself and of the context after. */
function partsOf(notation: string): [string[], string[], string[]] {
  if (!notation.includes('(')) return [[], wordsOf(notation), []]
  const [, lead = '', span = '', trail = ''] =
    /^(?:\(([^)]*)\))?([^(]*)(?:\(([^)]*)\))?$/.exec(notation) ?? []
  return [wordsOf(lead), wordsOf(span), wordsOf(trail)]
}

function childOf<T>(node: PhraseTree<T>, id: number): PhraseTree<T> {
  const children = (node.next ??= new Map<number, PhraseTree<T>>())
  const child = children.get(id) ?? newTree<T>()
  children.set(id, child)
  return child
}

/** The longest phrase that starts at token `from`, or null. */
export function longestAt<T>(
  tree: PhraseTree<T>,
  ids: readonly number[],
  from: number,
): PhraseMatch<T> | null {
  let best: PhraseMatch<T> | null = null
  let node: PhraseTree<T> | undefined = tree
  for (let at = from; at < ids.length; at++) {
    node = node.next?.get(ids[at] ?? 0)
    if (node === undefined) break
    if (node.phrase !== null) best = { phrase: node.phrase, from, to: at + 1 }
  }
  return best
}
