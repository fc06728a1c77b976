import { shownNumber } from '../office/numbers.ts'
import type { Call, NoteClass } from './calls.ts'
import { NO_NUMBERING, type NoteNumbering, type Section } from './section.ts'

/** What the file says for all its sections. */
export interface NoteSettings {
  readonly footnotes: NoteNumbering
  readonly endnotes: NoteNumbering
}

const DEFAULT_FORMAT: Readonly<Record<NoteClass, string>> = {
  footnote: 'decimal',
  endnote: 'lowerRoman',
  annotation: 'decimal',
}

/**
 * Writes the label of every call as the printed file shows it: by the number format of its section, beginning anew where
 * the file says so; custom signs stand as they are and count nothing. Comments are a1, a2 and so on.
 * `pagesKnown`: whether the calls' pages can be trusted. Returns whether numbers by page had to run through.
 */
export function writeLabels(
  calls: readonly Call[],
  sections: readonly Section[],
  settings: NoteSettings,
  pagesKnown: boolean,
): boolean {
  let isGuess = false
  for (const noteClass of ['footnote', 'endnote', 'annotation'] as const) {
    const counter = new Counter(noteClass, sections, settings)
    for (const call of calls) if (call.class === noteClass) call.mark.label = counter.label(call)
    isGuess ||= counter.byPage && !pagesKnown
  }
  return isGuess
}

class Counter {
  byPage = false
  private number: number | null = null
  private section = 0
  private page = 0

  constructor(
    private readonly noteClass: NoteClass,
    private readonly sections: readonly Section[],
    private readonly settings: NoteSettings,
  ) {}

  label(call: Call): string {
    if (call.custom !== null) return call.custom
    const { format, start, restart } = this.numbering(call.section)
    const isNew =
      (restart === 'eachSect' && call.section !== this.section) ||
      (restart === 'eachPage' && call.page !== this.page)
    if (restart === 'eachPage') this.byPage = true
    this.section = call.section
    this.page = call.page
    this.number = this.number === null || isNew ? (start ?? 1) : this.number + 1
    const shown = shownNumber(this.number, format ?? DEFAULT_FORMAT[this.noteClass])
    return this.noteClass === 'annotation' ? `a${shown}` : shown
  }

  private numbering(section: number): NoteNumbering {
    if (this.noteClass === 'annotation') return NO_NUMBERING
    const key = this.noteClass === 'footnote' ? 'footnotes' : 'endnotes'
    const own = this.sections[section]?.[key] ?? NO_NUMBERING
    const all = this.settings[key]
    return {
      format: own.format ?? all.format,
      start: own.start ?? all.start,
      restart: own.restart ?? all.restart,
    }
  }
}
