import type { Span } from '../../text/span.ts'
import type { CallStyle, PossibleCall } from './label-calls.ts'
import type { FoundNote } from './label-found.ts'
import type { Place } from './label-regions.ts'
import type { LabelText } from './label-text.ts'
import type { LabelWords } from './label-words.ts'

/** A possible call and where it stands: in a body block, or in block `block` of the found note `inNote`. */
export interface Candidate extends Span {
  readonly style: CallStyle
  readonly labels: readonly LabelWords[]
  readonly block: number
  readonly inNote?: number
  readonly place: Place
}

/** Every possible call of the text and of the notes that labels told, by place. */
export function candidates({ linked, calls }: LabelText, notes: readonly FoundNote[]): Candidate[] {
  const taken = new Set(notes.flatMap((note) => note.taken))
  const inBody = linked.body.flatMap((block, index) =>
    taken.has(index)
      ? []
      : (calls[index] ?? []).map((call) => candidate(call, index, index, block.text.length)),
  )
  const inNotes = notes.flatMap((note, inNote) =>
    note.calls.flatMap((ofBlock, block) =>
      ofBlock.map((call) => ({
        ...candidate(call, block, note.taken[block] ?? note.place, note.blocks[block]?.text.length ?? 0),
        inNote,
      })),
    ),
  )
  return [...inBody, ...inNotes].sort((a, b) => a.place - b.place || a.start - b.start)
}

/** `at`: the place where its block starts. A note in brackets is a point, in which all its calls stand. */
function candidate(call: PossibleCall, block: number, at: Place, length: number): Candidate {
  const within = Number.isInteger(at) ? call.start / (length + 1) : 0
  return {
    style: call.style,
    labels: call.labels,
    start: call.start,
    end: call.end,
    block,
    place: at + within,
  }
}
