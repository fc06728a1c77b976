import { changesBetween } from './changes.ts'
import type { Change, PassageStatus } from './comparison.ts'
import { bareLabels } from './bare-labels.ts'
import { NoteWordings, sameNotes } from './notes.ts'
import { ordinaryWordsOf } from './ordinary-words.ts'
import { type Comparable, type Passage, sayingOf } from './passages.ts'
import type { Place } from './places.ts'
import type { Wordings } from './wordings.ts'

export interface Judgement {
  readonly status: PassageStatus
  readonly changes: readonly Change[]
}

/** Tells what became of a passage that has a place. */
export type Judge = (passage: Passage, place: Place) => Judgement

/** A judge of two documents. Notes and ordinary words are looked at when they are first needed. */
export function judgeOf(old: Comparable, next: Comparable, wordings: Wordings): Judge {
  const [oldNotes, newNotes] = [new NoteWordings(old), new NoteWordings(next)]
  const isOrdinary = ordinaryWordsOf(old.text, next.text)
  return (passage, place) => {
    const words = sayingOf(passage.kind, newNotes.marked.wordsOf(place.span))
    const typography = isTypeset(old.text, passage, next.text, place)
    const note: Change[] = sameNotes(oldNotes.calledIn(passage), newNotes.calledIn(place.span))
      ? []
      : ['note']
    if (wordings.areSame(passage.words, words)) {
      if (place.midSentence) return { status: 'edited', changes: ['wording', ...note] }
      return sameWords(place, note, typography)
    }
    if (bareLabels(oldNotes.marked, passage, newNotes.marked, place.span))
      return { status: 'unchanged', changes: ['note', 'typography'] }
    return { status: 'edited', changes: [...changesBetween(passage.words, words, isOrdinary), ...note] }
  }
}

function sameWords(place: Place, note: readonly Change[], typography: readonly Change[]): Judgement {
  if (place.elsewhere) return { status: 'moved', changes: [...note, ...typography] }
  return { status: note.length > 0 ? 'edited' : 'unchanged', changes: [...note, ...typography] }
}

const isTypeset = (oldText: string, passage: Passage, newText: string, { span }: Place): readonly Change[] =>
  oldText.slice(passage.start, passage.end) === newText.slice(span.start, span.end) ? [] : ['typography']
