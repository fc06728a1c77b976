import { wordingOf } from '../../text/similarity-wording.ts'
import type { Span } from '../../text/span.ts'
import { type Comparable, Marked } from './passages.ts'

/** What the notes called in a stretch say, in order; null for a note that is missing. Typography and numbering aside. */
export type LeanedNotes = readonly (string | null)[]

/** The notes of a document by what they say. Each is folded once, when it is first asked for. */
export class NoteWordings {
  readonly marked: Marked
  private readonly wordings = new Map<number, string>()

  constructor(private readonly document: Comparable) {
    this.marked = new Marked(document)
  }

  calledIn(span: Span): LeanedNotes {
    return this.marked.within(span).map(({ note }) => (note === null ? null : this.wordingOf(note)))
  }

  private wordingOf(index: number): string {
    const known = this.wordings.get(index)
    if (known !== undefined) return known
    const note = this.document.notes[index]
    const wording = note ? wordingOf(this.marked.wordsOf(note)) : ''
    this.wordings.set(index, wording)
    return wording
  }
}

export const sameNotes = (a: LeanedNotes, b: LeanedNotes): boolean =>
  a.length === b.length && a.every((note, index) => note === b[index])
