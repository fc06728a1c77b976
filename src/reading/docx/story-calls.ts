import type { Line } from '../office/line.ts'
import { keyOf, type Call, type NoteClass } from './calls.ts'
import type { WordContext } from './word-context.ts'

/** Bookmarks around one place that can name a call. */
const MOST_BOOKMARKS = 20

/** The calls of one story, with the signs that the writer put for them and the bookmarks around them. */
export class StoryCalls {
  /** The call whose sign is the rest of the run. */
  private signed: Call | null = null
  /** Names of the bookmarks that stand around this place, by their ids. */
  private readonly bookmarks = new Map<string, string>()

  constructor(private readonly context: WordContext) {}

  /** Writes a call into a line. With `isCustom` the rest of the run is its sign. */
  write(line: Line, noteClass: NoteClass, id: string, isCustom: boolean): void {
    const { pages, sections, calls } = this.context
    const mark = line.call(keyOf(noteClass, id))
    const call: Call = {
      class: noteClass,
      id,
      mark,
      custom: null,
      section: sections.length,
      page: pages.number,
    }
    calls.add(call)
    for (const name of this.bookmarks.values()) calls.name(name, call)
    if (isCustom) this.signed = call
  }

  /** Takes text that is the sign of a call. */
  takes(text: string): boolean {
    if (!this.signed) return false
    this.signed.custom = (this.signed.custom ?? '') + text.trim()
    return true
  }

  beginRun(): void {
    this.signed = null
  }

  /** A sign that is no text, such as a picture, is shown as an asterisk. */
  endRun(): void {
    if (this.signed) this.signed.custom ??= '*'
    this.signed = null
  }

  beginBookmark(id: string, name: string): void {
    if (this.bookmarks.size < MOST_BOOKMARKS) this.bookmarks.set(id, name)
  }

  endBookmark(id: string): void {
    this.bookmarks.delete(id)
  }
}
