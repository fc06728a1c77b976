import type { Span } from '../../text/span.ts'
import type { Citation, Warning } from '../document.ts'
import type { LaidNote } from '../laid-document.ts'
import { findBackReferences, type BackReference } from './back-references.ts'
import { divideByFields } from './fields.ts'
import { withLinks } from './links.ts'
import { readCitations } from './read-citations.ts'

/** What one note cites: works that it names itself, and repetitions of earlier ones. Spans are into the whole text. */
export interface NoteReading {
  readonly citations: readonly Citation[]
  readonly repeats: readonly BackReference[]
  readonly warnings: readonly Warning[]
}

/** Reads a note by itself: reference managers' fields first, then short forms, then the words around them, then links. */
export function readNote(text: string, note: LaidNote): NoteReading {
  const { cited, rest } = divideByFields(text, note, note.fields ?? [])
  const divided = rest.map((stretch) => divideByRepeats(text, stretch))
  const read = divided.flatMap((part) => part.rest.map((stretch) => readCitations(text, stretch)))
  const citations = [...cited, ...read.flatMap((part) => part.citations)].sort((a, b) => a.start - b.start)
  return {
    citations: withLinks(text, citations, note.links ?? []),
    repeats: divided.flatMap((part) => part.repeats),
    warnings: read.flatMap((part) => part.warnings),
  }
}

/** The short forms of a stretch, and what stands between them. */
function divideByRepeats(text: string, stretch: Span): { repeats: BackReference[]; rest: Span[] } {
  const repeats = findBackReferences(text.slice(stretch.start, stretch.end)).map((one) => ({
    ...one,
    start: stretch.start + one.start,
    end: stretch.start + one.end,
  }))
  const rest: Span[] = []
  let start = stretch.start
  for (const repeat of repeats) {
    if (repeat.start > start) rest.push({ start, end: repeat.start })
    start = Math.max(start, repeat.end)
  }
  if (stretch.end > start) rest.push({ start, end: stretch.end })
  return { repeats, rest }
}
