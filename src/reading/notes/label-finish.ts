import type { FlowBlock, LinkedCall, LinkedFlow, LinkedNote } from '../flow.ts'
import type { Decision } from './label-deciding.ts'
import type { FoundNote } from './label-found.ts'
import type { SignedNote } from './label-signs.ts'
import { slice } from './label-slices.ts'

/** The calls that decisions stand for, still with the body's old indexes and `inNote` as final note indexes. */
export function callsOf(decisions: readonly Decision[], givenNotes: number): LinkedCall[] {
  return decisions.flatMap(({ candidate, notes }) =>
    candidate.labels.map(({ label, start, end }, i): LinkedCall => {
      const { block, inNote } = candidate
      const where = inNote === undefined ? { block } : { block, inNote: givenNotes + inNote }
      return { ...where, start, end, label, note: notes[i] ?? null }
    }),
  )
}

/** A note in brackets that nothing calls is called where it stands, unless it stands alone in its block. */
export function callsInPlace(
  found: readonly FoundNote[],
  called: ReadonlySet<number>,
  given: LinkedFlow,
): LinkedCall[] {
  let unlabelled = 0
  return found.flatMap((note, i): LinkedCall[] => {
    const id = given.notes.length + i
    if (!note.inline || called.has(id)) return []
    const { block, offset } = note.inline
    if (offset === 0 && note.label !== null) return []
    const label = note.label ?? String(++unlabelled)
    return [{ ...placeInText(given.body, block, offset), label, note: id }]
  })
}

/** The end of the block above, for a note whose own block holds nothing else. */
function placeInText(
  body: readonly FlowBlock[],
  block: number,
  offset: number,
): { block: number; start: number; end: number } {
  if ((body[block]?.text ?? '') !== '') return { block, start: offset, end: offset }
  let above = block
  while (above > 0 && (body[above]?.text ?? '') === '') above--
  const end = body[above]?.text.length ?? 0
  return { block: above, start: end, end }
}

export interface SignsLinked {
  readonly notes: readonly LinkedNote[]
  readonly calls: readonly LinkedCall[]
  readonly taken: readonly number[]
  /** Blocks with a note on the authors, called in the line that names them. They stay in the text. */
  readonly aboutAuthors: readonly number[]
}

/** Notes after a sign. `firstId`: the index that the first of them gets among all notes. */
export function linkSigns(
  signed: readonly SignedNote[],
  body: readonly FlowBlock[],
  firstId: number,
): SignsLinked {
  const aboutAuthors: number[] = []
  const notes: LinkedNote[] = []
  const calls: LinkedCall[] = []
  const taken: number[] = []
  for (const { start, calls: own } of signed) {
    const block = body[start.block]
    if (!block) continue
    if (own.every((call) => body[call.block]?.role === 'byline')) {
      aboutAuthors.push(start.block)
      continue
    }
    const note = firstId + notes.length
    notes.push({
      label: start.label,
      kind: 'footnote',
      blocks: [slice(block, start.bodyStart, block.text.length)],
    })
    own.forEach((call) => calls.push({ ...call, label: start.label, note }))
    taken.push(start.block)
  }
  return { notes, calls, taken, aboutAuthors }
}

/** Sorts the notes by their places; notes of one place stay in their order. */
export function inOrderOfNotes(places: readonly number[], linked: LinkedFlow): LinkedFlow {
  const order = places.map((_, id) => id).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
  const newId: number[] = []
  order.forEach((id, index) => (newId[id] = index))
  const renumbered = (id: number): number => newId[id] ?? id
  return {
    ...linked,
    notes: order.flatMap((id) => linked.notes[id] ?? []),
    calls: linked.calls.map((call) => ({
      ...call,
      note: call.note === null ? null : renumbered(call.note),
      ...(call.inNote === undefined ? {} : { inNote: renumbered(call.inNote) }),
    })),
    warnings: linked.warnings.map((warning) =>
      warning.note === undefined ? warning : { ...warning, note: renumbered(warning.note) },
    ),
  }
}

/** Leaves blocks out of the body and gives every call and warning its block's new index. */
export function withoutBlocks(linked: LinkedFlow, taken: ReadonlySet<number>): LinkedFlow {
  const newIndex = new Map<number, number>()
  const calling = new Set(linked.calls.flatMap((call) => (call.inNote === undefined ? [call.block] : [])))
  const body = linked.body.filter((block, index) => {
    const stays = !taken.has(index) && (block.text !== '' || calling.has(index))
    if (stays) newIndex.set(index, newIndex.size)
    return stays
  })
  const calls = linked.calls.flatMap((call) => {
    if (call.inNote !== undefined) return [call]
    const block = newIndex.get(call.block)
    return block === undefined ? [] : [{ ...call, block }]
  })
  const warnings = linked.warnings.map(({ block, ...warning }) => {
    const index = block === undefined ? undefined : newIndex.get(block)
    return index === undefined ? warning : { ...warning, block: index }
  })
  return { ...linked, body, calls, warnings }
}
