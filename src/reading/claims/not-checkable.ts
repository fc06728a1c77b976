import type { NotCheckable, Sentence, SentenceKind } from '../document.ts'
import type { FoundSentence } from './find-sentences.ts'

/** A sentence as the reading lists it, with the reason why it is no claim by default. */
export function sentenceOf(sentence: FoundSentence, kind: SentenceKind): Sentence {
  const { start, end } = sentence
  if (kind === 'claim' || kind === 'quotation') return { start, end, kind }
  return { start, end, kind, because: kind === 'other' ? reasonOf(sentence) : kind }
}

/** Why a sentence of no other kind is none: the part of the text that it stands in, or that it is no full sentence. */
function reasonOf({ part, block }: FoundSentence): NotCheckable {
  if (part === 'apparatus') return block.role ?? 'contents'
  return block.kind === 'table-cell' ? 'table-cell' : 'fragment'
}
