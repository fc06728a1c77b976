import type { Block } from '../document.ts'
import { misfit, type Laid } from './correction.ts'
import type { Layer } from './layer.ts'

const GONE = 'There is no such block in the reading as it stands.'

/** Takes a block out of the text. A note goes with its block: what called it has no note any more. */
export function dropBlock(layer: Layer, start: number): Laid<Layer> {
  const at = blockAt(layer, start)
  const block = layer.blocks[at]
  if (block === undefined) return misfit(GONE)
  const dropped = block.kind === 'note' ? layer.notes.find((note) => note.start === block.start) : undefined
  return laid(layer, {
    blocks: layer.blocks.toSpliced(at, 1),
    notes: layer.notes.filter((note) => note !== dropped),
    markers: layer.markers
      .filter((marker) => marker.start < block.start || marker.start >= block.end)
      .map((marker) =>
        marker.note !== null && marker.note === dropped?.index ? { ...marker, note: null } : marker,
      ),
  })
}

/** Makes one block of a block and the one before it; it is of the first one's kind. */
export function joinBlock(layer: Layer, start: number): Laid<Layer> {
  const at = blockAt(layer, start)
  const [before, block] = [layer.blocks[at - 1], layer.blocks[at]]
  if (block === undefined) return misfit(GONE)
  if (before === undefined) return misfit('No block stands before this one.')
  if (block.kind === 'note' || before.kind === 'note')
    return misfit('A note cannot be joined: its words stand in the list of notes.')
  return laid(layer, { blocks: layer.blocks.toSpliced(at - 1, 2, { ...before, end: block.end }) })
}

/** Makes two blocks of one kind of a block; the second begins at `at`, an offset inside it where a word begins. */
export function divideBlock(layer: Layer, start: number, at: number): Laid<Layer> {
  const index = blockAt(layer, start)
  const block = layer.blocks[index]
  if (block === undefined) return misfit(GONE)
  if (block.kind === 'note') return misfit('A note cannot be divided: its words stand in the list of notes.')
  const first = layer.text.slice(block.start, at).trimEnd()
  const second = layer.text.slice(at, block.end)
  if (at <= block.start || at >= block.end || first === '' || second.trim() === '')
    return misfit('A block is divided between two of its sentences.')
  const from = at + second.length - second.trimStart().length
  const parts: Block[] = [
    { ...block, end: block.start + first.length },
    { ...block, start: from },
  ]
  return laid(layer, { blocks: layer.blocks.toSpliced(index, 1, ...parts) })
}

/** The index of the block that begins at an offset, -1 where none does. */
export const blockAt = ({ blocks }: Layer, start: number): number =>
  blocks.findIndex((block) => block.start === start)

const laid = (layer: Layer, change: Partial<Layer>): Laid<Layer> => ({
  ok: true,
  value: { ...layer, ...change },
})
