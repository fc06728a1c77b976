import type { Span } from '../../text/span.ts'
import type { LinkedFlow } from '../flow.ts'
import { type PossibleCall, possibleCalls } from './label-calls.ts'
import { type InlineNote, takeInlineNotesOut } from './label-inline-notes.ts'
import { type NoteStart, noteStartOf } from './label-note-starts.ts'
import { afterCuts } from './label-slices.ts'
import { type NotesSection, notesSections } from './label-sections.ts'

/** What the labels of a text offer, before anything is decided. */
export interface LabelText {
  /** The flow with notes in brackets taken out of its body. */
  readonly linked: LinkedFlow
  readonly inline: readonly InlineNote[]
  /** By block. */
  readonly starts: ReadonlyMap<number, NoteStart>
  readonly sections: readonly (NotesSection | null)[]
  /** Calls of each block, without the label that the block itself starts with. */
  readonly calls: readonly (readonly PossibleCall[])[]
  /** By label: the blocks that may call it, ascending. */
  readonly callers: ReadonlyMap<string, readonly number[]>
}

/** Looks a linked flow through for everything that may be a label. */
export function lookForLabels(given: LinkedFlow): LabelText {
  const { blocks, notes: inline, cuts } = takeInlineNotesOut(given.body)
  const linked = cuts.size === 0 ? given : { ...given, body: blocks, calls: movedCalls(given, cuts) }
  const starts = new Map(
    blocks.flatMap((block, index) =>
      noteStartOf(block, index) ? [[index, noteStartOf(block, index)] as const] : [],
    ),
  )
  const known = starts as ReadonlyMap<number, NoteStart>
  const taken = spansByBlock(linked)
  const calls = blocks.map((block, index) => possibleCalls(block, taken.get(index) ?? []))
  return {
    linked,
    inline,
    starts: known,
    sections: notesSections(blocks, known),
    calls,
    callers: callersOf(calls, known),
  }
}

function movedCalls(given: LinkedFlow, cuts: ReadonlyMap<number, readonly Span[]>): LinkedFlow['calls'] {
  return given.calls.map((call) => {
    const own = call.inNote === undefined ? cuts.get(call.block) : undefined
    return own ? { ...call, start: afterCuts(call.start, own), end: afterCuts(call.end, own) } : call
  })
}

function spansByBlock({ calls }: LinkedFlow): Map<number, Span[]> {
  const spans = new Map<number, Span[]>()
  for (const call of calls) {
    if (call.inNote !== undefined) continue
    const list = spans.get(call.block)
    if (list) list.push(call)
    else spans.set(call.block, [call])
  }
  return spans
}

function callersOf(calls: LabelText['calls'], starts: ReadonlyMap<number, NoteStart>): Map<string, number[]> {
  const callers = new Map<string, number[]>()
  calls.forEach((ofBlock, block) => {
    for (const call of ofBlock) {
      if (call.start === 0 && starts.has(block)) continue
      for (const { label } of call.labels) {
        const list = callers.get(label)
        if (!list) callers.set(label, [block])
        else if (list.at(-1) !== block) list.push(block)
      }
    }
  })
  return callers
}
