import type { NoteKind } from '../document.ts'
import type { FlowBlock } from '../flow.ts'
import { type PossibleCall, possibleCalls } from './label-calls.ts'
import type { InlineNote } from './label-inline-notes.ts'
import { type ListedNote, listedNotes } from './label-lists.ts'
import type { StartStyle } from './label-note-starts.ts'
import type { Place } from './label-regions.ts'
import { type SignedNote, signedNotes } from './label-signs.ts'
import { slice } from './label-slices.ts'
import type { LabelText } from './label-text.ts'

/** A note that labels told, with the body blocks it takes up. */
export interface FoundNote {
  readonly label: string | null
  readonly kind: NoteKind
  readonly style: StartStyle
  readonly place: Place
  readonly end: Place
  readonly blocks: readonly FlowBlock[]
  /** Calls in each of `blocks`, with spans into it. */
  readonly calls: readonly (readonly PossibleCall[])[]
  /** The body block that each of `blocks` was; none for a note that stood in brackets. */
  readonly taken: readonly number[]
  /** Where a note in brackets stood in its block. */
  readonly inline?: InlineNote
}

export interface FoundNotes {
  /** In order of their place. */
  readonly notes: readonly FoundNote[]
  /** Those that start with a sign, with their calls. */
  readonly signed: readonly SignedNote[]
  readonly paragraphs: ReadonlySet<string>
}

/** All notes that labels tell. */
export function foundNotes(text: LabelText): FoundNotes {
  const { notes: listed, paragraphs } = listedNotes(text)
  const lists = listed.map((note) => listedNote(note, text))
  const taken = new Set(lists.flatMap((note) => note.taken))
  const signed = signedNotes(text.linked.body, text.starts).filter(({ start }) => !taken.has(start.block))
  const inline = text.inline.map((note) => inlineNote(note, text))
  const notes = [...lists, ...inline].sort((a, b) => a.place - b.place)
  return { notes, signed, paragraphs }
}

function listedNote(note: ListedNote, { linked, calls }: LabelText): FoundNote {
  const { label, kind, style, block } = note
  const blocks: FlowBlock[] = []
  const inside: PossibleCall[][] = []
  const taken: number[] = []
  for (let index = block; index <= note.lastBlock; index++) {
    const source = linked.body[index]
    if (!source) break
    const from = index === block ? note.bodyStart : 0
    const part = slice(source, from, source.text.length)
    taken.push(index)
    blocks.push(part)
    inside.push(
      (calls[index] ?? [])
        .filter((call) => call.start >= from)
        .map((call) => moved(call, source.text.length - part.text.length)),
    )
  }
  return { label, kind, style, place: block, end: note.lastBlock + 0.999999, blocks, calls: inside, taken }
}

/** Blocks have no white space at their end, so what a slice lost it lost at the start. */
function moved(call: PossibleCall, by: number): PossibleCall {
  return {
    style: call.style,
    start: call.start - by,
    end: call.end - by,
    labels: call.labels.map(({ label, start, end }) => ({ label, start: start - by, end: end - by })),
  }
}

function inlineNote(inline: InlineNote, { linked }: LabelText): FoundNote {
  const length = linked.body[inline.block]?.text.length ?? 0
  const place = inline.block + (inline.offset + 0.5) / (length + 1)
  return {
    label: inline.label,
    kind: 'footnote',
    style: 'bracket',
    place,
    end: place,
    blocks: inline.blocks,
    calls: inline.blocks.map((block) => possibleCalls(block, [])),
    taken: [],
    inline,
  }
}
