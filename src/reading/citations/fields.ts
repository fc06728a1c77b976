import type { Span } from '../../text/span.ts'
import type { Citation } from '../document.ts'
import type { NoteField } from '../laid-document.ts'

/** The fields that say something, and the stretches of the note around them, which are to be read by their words. In order. */
export function divideByFields(
  text: string,
  note: Span,
  fields: readonly NoteField[],
): { readonly cited: Citation[]; readonly rest: readonly Span[] } {
  const known = fields.filter(({ items }) => items.length > 0)
  const rest: Span[] = []
  let start = note.start
  for (const field of known) {
    if (field.start > start) rest.push({ start, end: field.start })
    start = Math.max(start, field.end + joinAfter(text, field.end))
  }
  if (note.end > start) rest.push({ start, end: note.end })
  return { cited: known.flatMap((field) => citationsOf(text, field)), rest }
}

/** How many characters join a field to the words after it: ", and ". */
const joinAfter = (text: string, at: number): number =>
  /^[\s,;.]*(?:(?:and|und|et|y|e|en|&)\s)?/.exec(text.slice(at, at + 20))?.[0].length ?? 0

/** One for each item; each at its own words where semicolons divide the field into as many parts as it has items. */
function citationsOf(text: string, { start, end, items }: NoteField): Citation[] {
  const parts = partsOf(text, { start, end })
  const areItems = parts.length === items.length
  return items.map((csl, i) => ({ ...((areItems ? parts[i] : undefined) ?? { start, end }), csl }))
}

function partsOf(text: string, { start, end }: Span): Span[] {
  let at = start
  return text
    .slice(start, end)
    .split(';')
    .map((part) => {
      const from = at + part.length - part.trimStart().length
      at += part.length + 1
      return { start: from, end: from + part.trim().length }
    })
}
