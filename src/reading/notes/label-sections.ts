import type { NoteKind } from '../document.ts'
import type { FlowBlock } from '../flow.ts'
import { kindBelow } from './label-headings.ts'
import type { NoteStart } from './label-note-starts.ts'

/** The part of a text below a heading such as Notes or References. */
export interface NotesSection {
  readonly kind: NoteKind
  /** Counts the sections of a text from 0. */
  readonly id: number
}

/**
 * The section of notes that each block stands in, or null. A heading ends it, unless the next block carries on with
 * notes of the same style (notes grouped by chapter).
 */
export function notesSections(
  blocks: readonly FlowBlock[],
  starts: ReadonlyMap<number, NoteStart>,
): readonly (NotesSection | null)[] {
  let open: { section: NotesSection; level: number; style: string | null } | null = null
  let id = 0
  return blocks.map((block, index) => {
    const kind = isHeadingLike(block) ? kindBelow(block.text) : null
    if (kind) {
      open = { section: { kind, id: id++ }, level: block.level ?? 6, style: null }
      return null
    }
    if (block.kind === 'heading') {
      open = open && carriesOn(starts.get(index + 1), block.level ?? 6, open) ? open : null
      return null
    }
    if (open) open.style ??= starts.get(index)?.style ?? null
    return open?.section ?? null
  })
}

/** A line in bold over a list stands for a heading in many files. */
const isHeadingLike = ({ kind, role }: FlowBlock): boolean =>
  role !== 'contents' && (kind === 'heading' || kind === 'paragraph')

function carriesOn(
  next: NoteStart | undefined,
  level: number,
  open: { level: number; style: string | null },
): boolean {
  if (next?.style !== open.style) return false
  return (next.style !== 'dot' && next.style !== 'paren') || level > open.level
}
