import type { NoteKind } from '../document.ts'
import type { Flow, FlowContainer } from '../flow.ts'
import { noteBodies, type NoteBody } from './structure-bodies.ts'
import type { Evidence, LinkedStart, NoteStart } from './structure-calls.ts'
import { cutBlock, type CutBlock } from './structure-cut.ts'
import type { PlaceLink } from './structure-links.ts'
import { trimNote } from './structure-trim.ts'

/** One block of a note: which block of the flow it was, from and up to where, and what is left of it. */
export interface NotePiece extends CutBlock {
  readonly source: number
  readonly from: number
  readonly to: number
}

/** A note as it was found: by links to its `start`, or declared by the format under a `key`. */
export interface StructuredNote {
  readonly start: NoteStart | null
  readonly key: string | null
  readonly label: string
  readonly kind: NoteKind
  readonly pieces: readonly NotePiece[]
}

/** The notes that the format declares apart from the text, in the order of their first block. Their containers say their kind. */
export function declaredNotes({ blocks, containers = [] }: Flow): StructuredNote[] {
  const byKey = new Map<string, NotePiece[]>()
  blocks.forEach((block, source) => {
    if (block.noteKey === undefined) return
    const piece = { source, from: 0, to: block.text.length, block, move: (offset: number) => offset }
    const pieces = byKey.get(block.noteKey)
    if (pieces) pieces.push(piece)
    else byKey.set(block.noteKey, [piece])
  })
  const labels = labelsByKey(blocks)
  const kinds = declaredKinds(containers)
  return [...byKey].map(([key, pieces]) => ({
    start: null,
    key,
    label: labels.get(key) ?? pieces[0]?.block.ordinal ?? key.replace(/ duplicate \d+$/, ''),
    kind: kinds.get(pieces[0]?.source ?? 0) ?? 'footnote',
    pieces,
  }))
}

/** The kind of the outermost notes section around each block. `containers` ascend. */
function declaredKinds(containers: readonly FlowContainer[]): ReadonlyMap<number, NoteKind> {
  const kinds = new Map<number, NoteKind>()
  let reached = 0
  for (const { notes, start, end } of containers) {
    if (notes === undefined) continue
    for (let block = Math.max(start, reached); block < end; block++) kinds.set(block, notes)
    reached = Math.max(reached, end)
  }
  return kinds
}

function labelsByKey(blocks: Flow['blocks']): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const { marks } of blocks) {
    for (const mark of marks)
      if (mark.kind === 'call' && !labels.has(mark.key)) labels.set(mark.key, mark.label)
  }
  return labels
}

/** The notes that links lead to, each with its blocks, without its label and its links back. */
export function linkedNotes(
  evidence: Evidence,
  starts: readonly NoteStart[],
  calls: readonly LinkedStart[],
): StructuredNote[] {
  const callBlocks = new Map<NoteStart, Set<number>>()
  for (const { note, link } of calls) {
    if (!note) continue
    const blocks = callBlocks.get(note)
    if (blocks) blocks.add(link.block)
    else callBlocks.set(note, new Set([link.block]))
  }
  const taken = new Set<number>()
  return noteBodies(evidence.flow, starts, evidence.zones).map((body) => {
    const note = structuredNote(evidence, body, callBlocks.get(body.note), taken)
    for (const { source } of note.pieces) taken.add(source)
    return note
  })
}

function structuredNote(
  { flow, links, anchors, zones }: Evidence,
  { note, start, offset, end, cutoff }: NoteBody,
  calledIn: ReadonlySet<number> | undefined,
  taken: ReadonlySet<number>,
): StructuredNote {
  const leadsBack = (link: PlaceLink): boolean =>
    calledIn ? anchors.all(link.id).some(({ block }) => calledIn.has(block)) : link.marker !== null
  const pieces: NotePiece[] = []
  let label: string | null = null
  for (let source = start; source < end; source++) {
    const block = flow.blocks[source]
    if (!block || block.noteKey !== undefined || (source > start && taken.has(source))) continue
    const isFirst = pieces.every((piece) => piece.block.text === '')
    const part = { start: source === start ? offset : 0, end: cutoff ?? block.text.length }
    const trim = trimNote({
      block,
      links: links[source] ?? [],
      labels: note.labels,
      leadsBack,
      part,
      isFirst,
    })
    label ??= trim.label ?? (isFirst ? (block.ordinal ?? null) : null)
    const cut = trim.cuts.length === 0 ? { block, move: (at: number) => at } : cutBlock(block, trim.cuts)
    pieces.push({ source, from: part.start, to: part.end, ...cut })
  }
  const [called] = note.labels
  const shown = called ?? label ?? '*'
  return { start: note, key: null, label: shown, kind: zones[start]?.kind ?? kindOfLabel(shown), pieces }
}

/** A key of letters and digits ("RFC2119") names a work; numbers, letters and symbols count notes. */
const kindOfLabel = (label: string): NoteKind =>
  /\p{L}/u.test(label) && label.length > 3 ? 'reference' : 'footnote'
