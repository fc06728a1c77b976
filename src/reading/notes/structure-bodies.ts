import type { Flow, FlowContainer } from '../flow.ts'
import type { NoteStart } from './structure-calls.ts'
import type { NoteZone } from './structure-zones.ts'

/** Where a note stands: from `offset` in block `start` to the end of block `end - 1`, there only up to `cutoff`. */
export interface NoteBody {
  readonly note: NoteStart
  readonly start: number
  readonly offset: number
  readonly end: number
  /** Where the next note begins in the same block, null when none does. */
  readonly cutoff: number | null
}

/** Ids that name single notes in the divisions of LibreOffice, Word and others. */
const NOTE_ID = /(?:note|fn|ftn|edn|ref|cite|bib)/i

/**
 * The blocks of each note: those of the element that holds it and no other note; without such an element its block and
 * what follows up to the next note in the same section.
 */
export function noteBodies(
  flow: Flow,
  starts: readonly NoteStart[],
  zones: readonly (NoteZone | null)[],
): NoteBody[] {
  const holders = holdersOf(flow, starts)
  return starts.map((note, i) => {
    const next = starts[i + 1]
    const shared = next?.block === note.block ? next.start : null
    const holder =
      shared === null && starts[i - 1]?.block !== note.block ? holders.get(note.block) : undefined
    const end = holder?.end ?? (shared === null ? endWithoutHolder(flow, note, next, zones) : note.block + 1)
    return { note, start: note.block, offset: note.start, end, cutoff: shared }
  })
}

/**
 * By first block, the element that holds one note: the widest list item, row or element with a note's id; else the
 * narrowest that the format calls a note. It begins with the note and holds no other note and no heading.
 */
function holdersOf(
  { blocks, containers = [] }: Flow,
  starts: readonly NoteStart[],
): ReadonlyMap<number, FlowContainer> {
  const notes = running(countsOf(blocks.length, starts))
  const headings = running(blocks.map(({ kind }) => (kind === 'heading' ? 1 : 0)))
  const begun = new Set(starts.map((note) => note.block))
  const own = new Set(starts.map((note) => note.container))
  const single = new Map<number, FlowContainer>()
  const declared = new Map<number, FlowContainer>()
  for (const container of containers) {
    if (!begun.has(container.start)) continue
    if (between(notes, container) !== 1 || between(headings, container) > 0) continue
    const isSingle =
      container.item === true || own.has(container) || container.ids.some((id) => NOTE_ID.test(id))
    if (isSingle && !single.has(container.start)) single.set(container.start, container)
    else if (container.notes !== undefined) declared.set(container.start, container)
  }
  return new Map([...declared, ...single])
}

function countsOf(length: number, starts: readonly NoteStart[]): number[] {
  const counts = new Array<number>(length).fill(0)
  for (const { block } of starts) counts[block] = (counts[block] ?? 0) + 1
  return counts
}

function running(counts: readonly number[]): number[] {
  const sums = [0]
  for (const count of counts) sums.push((sums.at(-1) ?? 0) + count)
  return sums
}

const between = (sums: readonly number[], { start, end }: FlowContainer): number =>
  (sums[end] ?? 0) - (sums[start] ?? 0)

/** Blocks between two notes of one section belong to the first; behind the last one only where the format ends the section. */
function endWithoutHolder(
  { blocks }: Flow,
  note: NoteStart,
  next: NoteStart | undefined,
  zones: readonly (NoteZone | null)[],
): number {
  const zone = zones[note.block] ?? null
  const alone = note.block + 1
  if (zone === null) return alone
  const last = next !== undefined && next.block < zone.end ? next.block : zone.declared ? zone.end : alone
  let end = alone
  while (end < last && blocks[end]?.kind !== 'heading') end++
  return end
}
