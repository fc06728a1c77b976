import type { CallMark } from '../office/line.ts'

/** The three kinds of notes that Word keeps apart from the text. */
export type NoteClass = 'footnote' | 'endnote' | 'annotation'

/** A call as the text has it. Its label is written into `mark` when every section and number is known. */
export interface Call {
  readonly class: NoteClass
  readonly id: string
  readonly mark: CallMark
  /** The sign that the writer put in place of a number. */
  custom: string | null
  /** From 0. */
  readonly section: number
  readonly page: number
}

export const keyOf = (noteClass: NoteClass, id: string): string => `${noteClass} ${id}`

/** Every call of a file, in the order of the text; and those that a field repeats. */
export class Calls {
  readonly all: Call[] = []
  private readonly annotated = new Set<string>()
  private readonly bookmarks = new Map<string, Call>()
  private readonly repeats: { readonly bookmark: string; readonly mark: CallMark }[] = []

  add(call: Call): void {
    this.all.push(call)
  }

  /** Comments that only answer others get no call, and those that say nothing. */
  silence(ids: Iterable<string>): void {
    for (const id of ids) this.annotated.add(id)
  }

  /** Whether a comment gets its call now: it may be named at its end and once more behind it. */
  takeAnnotation(id: string): boolean {
    if (this.annotated.has(id)) return false
    this.annotated.add(id)
    return true
  }

  /** Says that a bookmark stands around a call. */
  name(bookmark: string, call: Call): void {
    this.bookmarks.set(bookmark, call)
  }

  repeat(bookmark: string, mark: CallMark): void {
    this.repeats.push({ bookmark, mark })
  }

  /** Gives repeated calls the note and label of the first. Those of no known note keep what the text shows. */
  settleRepeats(): void {
    for (const { bookmark, mark } of this.repeats) {
      const first = this.bookmarks.get(bookmark)
      if (first) {
        mark.key = first.mark.key
        mark.label = first.mark.label
      }
    }
  }
}
