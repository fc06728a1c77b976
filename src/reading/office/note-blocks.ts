import type { NoteKind } from '../document.ts'
import type { FlowBlock, FlowContainer } from '../flow.ts'
import { withoutOwnLabel } from './own-label.ts'

/** A note to be laid down behind the text. `ownLabel`: a sign that the writer put, which its body repeats. */
export interface NoteToPlace {
  readonly key: string
  readonly kind: NoteKind
  readonly blocks: readonly FlowBlock[]
  readonly ownLabel: string | null
}

const ORDER: readonly NoteKind[] = ['footnote', 'endnote', 'annotation']

/** The text's blocks with the notes behind them, kind by kind, and what says which blocks are notes of which kind. */
export function withNotes(
  body: readonly FlowBlock[],
  notes: readonly NoteToPlace[],
): { readonly blocks: readonly FlowBlock[]; readonly containers: readonly FlowContainer[] } {
  const blocks = [...body]
  const containers: FlowContainer[] = []
  for (const kind of ORDER) {
    const start = blocks.length
    for (const note of notes) if (note.kind === kind) for (const block of noteBlocks(note)) blocks.push(block)
    if (blocks.length > start) containers.push({ start, end: blocks.length, ids: [], notes: kind })
  }
  return { blocks, containers }
}

const noteBlocks = ({ key, blocks, ownLabel }: NoteToPlace): FlowBlock[] =>
  blocks.map((block, i) => ({
    ...(i === 0 && ownLabel !== null ? withoutOwnLabel(block, ownLabel) : block),
    noteKey: key,
  }))
