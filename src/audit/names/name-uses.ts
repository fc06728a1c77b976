import type { Span } from '../../text/span.ts'
import type { AuditedText } from '../audited-text.ts'
import { nameWords } from './spelling.ts'

/** One name where it stands, as its words without articles. */
export interface NameUse extends Span {
  readonly words: readonly string[]
}

/** Every name of people, bodies and places in statements, headings, captions and notes, in order. */
export function nameUses(audited: AuditedText): NameUse[] {
  const { blocks } = audited.document
  return blocks
    .filter(({ role }) => role !== 'references')
    .flatMap((block) => [...audited.spansOf('name', block), ...audited.spansOf('place', block)])
    .map(({ start, end }) => ({ start, end, words: nameWords(audited.quote({ start, end })) }))
    .filter(({ words }) => words.length > 0 && words.length < 6)
    .sort((a, b) => a.start - b.start)
}
