import type { Status } from '../../claims/vocabulary.ts'
import type { CalledNote, NoteCall, NoteScope, UnansweredMarker } from '../../drafts/list-notes.ts'
import { webAddress } from './notes-view.ts'
import { statusClass, statusWords } from './words.ts'

export interface NotesPage {
  /** "36 notes · 4 markers without a note · 1 note that nothing calls" */
  readonly words: string
  readonly missing: readonly MissingNote[]
  readonly notes: readonly NoteRow[]
}

export interface MissingNote {
  readonly label: string
  /** The marker's index in the draft. */
  readonly marker: number
  readonly covers: CoveredWords | null
}

export interface NoteRow {
  readonly label: string
  readonly kind: string
  readonly body: string
  readonly uncalled: boolean
  /** Where it is called, and the words it covers where that is in a claim. */
  readonly calls: readonly MissingNote[]
  readonly citations: readonly { readonly words: string; readonly href: string | null }[]
}

/** The words of a claim that a note vouches for. */
export interface CoveredWords {
  readonly words: string
  readonly number: number
  readonly href: string
  readonly status: string
  readonly statusClass: string
}

export function notesPage(
  text: string,
  reportId: string,
  notes: readonly CalledNote[],
  unanswered: readonly UnansweredMarker[],
): NotesPage {
  const covered = (scope: NoteScope): CoveredWords => coveredWords(text, reportId, scope)
  const rows = notes.map((note) => noteRow(text, note, covered))
  return {
    words: inWords(notes.length, unanswered.length, rows.filter((row) => row.uncalled).length),
    missing: unanswered.map((call) => callRow(call, covered)),
    notes: rows,
  }
}

const noteRow = (text: string, note: CalledNote, covered: (scope: NoteScope) => CoveredWords): NoteRow => ({
  label: note.label,
  kind: note.kind,
  body: text.slice(note.start, note.end),
  uncalled: note.calls.length === 0,
  calls: note.calls.map((call) => callRow(call, covered)),
  citations: note.citations.map(({ start, end, source }) => ({
    words:
      (source?.title ?? text.slice(start, end).trim()) +
      (source?.fallen == null ? '' : ` (${source.fallen})`),
    href: source?.doNotFetch === true ? null : webAddress(source?.url ?? null),
  })),
})

const callRow = (
  { marker, label, scope }: NoteCall,
  covered: (scope: NoteScope) => CoveredWords,
): MissingNote => ({ marker, label, covers: scope === null ? null : covered(scope) })

const coveredWords = (text: string, reportId: string, { start, end, claim }: NoteScope): CoveredWords => ({
  words: text.slice(start, end).trim(),
  number: claim.number,
  href: `/reports/${reportId}/desk?claim=${claim.number}#claim`,
  status: statusWords[claim.status as Status],
  statusClass: statusClass[claim.status as Status],
})

function inWords(notes: number, missing: number, uncalled: number): string {
  const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
  return [
    counted(notes, 'note', 'notes'),
    ...(missing === 0 ? [] : [counted(missing, 'marker without a note', 'markers without a note')]),
    ...(uncalled === 0 ? [] : [counted(uncalled, 'note that nothing calls', 'notes that nothing calls')]),
  ].join(' · ')
}
