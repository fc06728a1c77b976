import type { Citation, Note, Warning } from '../document.ts'
import type { LaidNote } from '../layout.ts'
import { divideByFields } from './fields.ts'
import { withLinks } from './links.ts'
import { readCitations } from './read-citations.ts'

/** The notes with the works that they cite: from reference managers' fields, from their words, from their links. */
export function citeNotes(
  text: string,
  laid: readonly LaidNote[],
): { readonly notes: Note[]; readonly warnings: Warning[] } {
  const read = laid.map((note) => citeNote(text, note))
  return { notes: read.map(({ note }) => note), warnings: read.flatMap(({ warnings }) => warnings) }
}

function citeNote(
  text: string,
  { links = [], fields = [], ...note }: LaidNote,
): { readonly note: Note; readonly warnings: readonly Warning[] } {
  const { cited, rest } = divideByFields(text, note, fields)
  const read = rest.map((stretch) => readCitations(text, stretch))
  const citations = inOrder([...cited, ...read.flatMap((part) => part.citations)])
  return {
    note: { ...note, citations: withLinks(text, citations, links) },
    warnings: read.flatMap((part) => part.warnings),
  }
}

const inOrder = (citations: readonly Citation[]): Citation[] =>
  [...citations].sort((a, b) => a.start - b.start)
