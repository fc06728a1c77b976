import type { Note, Warning } from '../document.ts'
import type { LaidNote } from '../laid-document.ts'
import { readNote } from './read-stretches.ts'
import { resolveBackReferences } from './resolve-back-references.ts'

/** The notes with the works that they cite: from reference managers' fields, from their words, from links, from earlier notes. */
export function citeNotes(
  text: string,
  laid: readonly LaidNote[],
): { readonly notes: Note[]; readonly warnings: readonly Warning[] } {
  const read = laid.map((note) => readNote(text, note))
  const { citations, warnings } = resolveBackReferences(text, laid, read)
  return {
    notes: laid.map(({ label, kind, start, end }, i) => ({
      label,
      kind,
      start,
      end,
      citations: citations[i] ?? [],
    })),
    warnings: [...read.flatMap((part) => part.warnings), ...warnings],
  }
}
