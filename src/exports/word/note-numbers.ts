import type { WordMarker, WordNote, WordText } from './word-text.ts'

export type NotePart = 'footnotes' | 'endnotes'

/** A note of a draft as Word holds it. */
export interface PlacedNote {
  readonly part: NotePart
  /** Its `w:id`; -1 and 0 are Word's separators. */
  readonly id: number
  readonly note: WordNote
  /** Printed instead of Word's own number, null where Word counts to the same label. */
  readonly customMark: string | null
  readonly calledMoreThanOnce: boolean
}

/**
 * The notes that the text calls, by their index, in the order of their first call. Word numbers notes by itself: where the labels
 * of a part are not 1, 2, 3 …, each keeps its own as a custom mark. Annotations are Word's comments, not here.
 */
export function placedNotes(draft: WordText): ReadonlyMap<number, PlacedNote> {
  const calls = callsOfNotes(draft)
  const placed = new Map<number, PlacedNote>()
  for (const part of ['footnotes', 'endnotes'] as const) {
    const called = [...calls].filter(([index]) => partOf(draft.notes[index]) === part)
    const counted = called.every(([index], i) => draft.notes[index]?.label === String(i + 1))
    called.forEach(([index, markers], i) => {
      const note = draft.notes[index]
      if (note === undefined) return
      const customMark = counted ? null : note.label
      placed.set(index, { part, id: i + 1, note, customMark, calledMoreThanOnce: markers.length > 1 })
    })
  }
  return placed
}

/** The markers that call each note from the body, in order. */
export function callsOfNotes({ markers, notes, text }: WordText): Map<number, WordMarker[]> {
  const bodyEnd = Math.min(text.length, ...notes.map(({ start }) => start))
  const calls = new Map<number, WordMarker[]>()
  for (const marker of markers) {
    if (marker.note === null || marker.start >= bodyEnd) continue
    calls.set(marker.note, [...(calls.get(marker.note) ?? []), marker])
  }
  return calls
}

function partOf(note: WordNote | undefined): NotePart | null {
  if (note === undefined || note.kind === 'annotation') return null
  return note.kind === 'endnote' ? 'endnotes' : 'footnotes'
}
