import type { Span } from '../../text/span.ts'
import { matchesOf } from './matches.ts'
import type { NoteText } from './note-text.ts'

const doubled = /,(?=\s*,)|;(?=\s*;)/g

/**
 * Places where a citation once stood and nothing is left of it: the first of two commas, a semicolon with nothing
 * before it or nothing but a comma after it. Spans from the note's start, in order. Only a note that still names
 * a date or an address has slots at all: elsewhere a doubled comma is a slip of the pen.
 */
export function findEmptySlots(note: NoteText): Span[] {
  if (note.dates.length === 0 && note.addresses.length === 0) return []
  const found = matchesOf(doubled, note.masked).map((match) => match.index)
  const opening = /^\s*;(?!\s*;)/.exec(note.masked)
  if (opening) found.unshift(opening[0].length - 1)
  const closing = lastSemicolon(note.masked)
  if (closing !== null) found.push(closing)
  return [...new Set(found)].sort((a, b) => a - b).map((at) => ({ start: at, end: at + 1 }))
}

/** Where the text ends in a semicolon, whatever commas and full stops follow it. */
function lastSemicolon(masked: string): number | null {
  let at = masked.length - 1
  while (at >= 0 && /[\s,.]/.test(masked[at] ?? '')) at--
  return masked[at] === ';' ? at : null
}
