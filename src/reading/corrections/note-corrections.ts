import type { Block } from '../document.ts'
import { misfit, type Correction, type Laid } from './correction.ts'
import type { Layer, LayerMarker } from './layer.ts'

type Linked = Extract<Correction, { kind: 'linked' }>
type Noted = Extract<Correction, { kind: 'noted' }>

/** Lets a marker call another note, or none. */
export function linkMarker(layer: Layer, { marker: index, note }: Linked): Laid<Layer> {
  const at = layer.markers.findIndex((marker) => marker.index === index)
  const marker = layer.markers[at]
  if (marker === undefined) return misfit('There is no such marker in the reading as it stands.')
  if (note !== null && !layer.notes.some((one) => one.index === note))
    return misfit('There is no such note in the reading as it stands.')
  if (marker.note === note)
    return misfit(note === null ? 'The marker has no note already.' : 'The marker calls this note already.')
  return { ok: true, value: { ...layer, markers: layer.markers.toSpliced(at, 1, { ...marker, note }) } }
}

/**
 * Makes notes of a run of blocks. Markers without a note that bear one of the labels call it from now on; a label that is
 * there twice is nobody's, and its markers stay without a note.
 */
export function markNotes(layer: Layer, { blocks, notes, markers }: Noted): Laid<Layer> {
  const run = new Set(blocks)
  const taken = layer.blocks.filter((block) => run.has(block.start))
  if (taken.length < run.size || taken.some((block) => block.kind === 'note'))
    return misfit('These blocks are no longer in the text, or are notes already.')
  const noteBlocks: Block[] = notes.map(({ start, end }) => ({ kind: 'note', start, end }))
  const labels = onlyNotes(notes)
  const inside = (marker: LayerMarker): Block | undefined =>
    taken.find((block) => marker.start >= block.start && marker.start < block.end)
  const kept = layer.markers.filter((marker) => {
    if (inside(marker) === undefined) return true
    return noteBlocks.some((note) => marker.start >= note.start && marker.start < note.end)
  })
  return {
    ok: true,
    value: {
      ...layer,
      blocks: inOrder([...layer.blocks.filter((block) => !run.has(block.start)), ...noteBlocks]),
      notes: [...layer.notes, ...notes],
      markers: inOrder([...kept, ...markers]).map((marker) =>
        marker.note === null ? { ...marker, note: labels.get(marker.label) ?? null } : marker,
      ),
    },
  }
}

/** The index of the note of each label that only one of them bears. */
function onlyNotes(notes: Noted['notes']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { label } of notes) counts.set(label, (counts.get(label) ?? 0) + 1)
  return new Map(notes.flatMap(({ label, index }) => (counts.get(label) === 1 ? [[label, index]] : [])))
}

const inOrder = <T extends { readonly start: number }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.start - b.start)
