import type { Span } from '../../text/span.ts'
import type { Block } from '../document.ts'
import { blockAt } from './block-corrections.ts'
import { misfit, type Correction, type Laid } from './correction.ts'
import type { Layer, LayerMarker, LayerNote } from './layer.ts'

/** A run of blocks, by where its first and its last begin, that somebody takes for a list of notes. */
export interface NoteList {
  readonly from: number
  readonly to: number
  /** Number of the first note where every block is one and none bears its label; null: the labels stand before the words. */
  readonly countFrom: number | null
}

/** The indexes that the next note and the next marker of this draft get. */
export interface NextIndexes {
  readonly note: number
  readonly marker: number
}

/** How notes that are written by hand begin: `[12] …`, `12. …`, `12) …`, `* …`. */
const LABEL =
  /^(?:\[([^[\]\s]{1,24})\]|\(?(\d{1,4}|[a-z]|[ivxlc]{1,8})[.)]|(\d{1,4})(?=\s)|([*†‡§¶]{1,4}))[ \t\u00a0]*/u

/** Blocks of a list at most: more is a mistake. */
const LONGEST_LIST = 5_000

/**
 * The correction that makes notes of a run of blocks. A block that bears no label goes on with the note before it.
 * Calls are looked for in the rest of the body: `[label]` where the reading saw only words.
 */
export function noteList(layer: Layer, list: NoteList, next: NextIndexes): Laid<Correction> {
  const [first, last] = [blockAt(layer, list.from), blockAt(layer, list.to)]
  if (first < 0 || last < 0) return misfit('There is no such block in the reading as it stands.')
  const run = layer.blocks.slice(first, last + 1)
  if (run.length === 0) return misfit('The last block of the list stands before its first.')
  if (run.length > LONGEST_LIST) return misfit(`A list has at most ${LONGEST_LIST} blocks.`)
  if (run.some((block) => block.kind === 'note')) return misfit('Some of these blocks are notes already.')
  const found = list.countFrom === null ? labelled(layer.text, run) : counted(run, list.countFrom)
  if (found.length === 0)
    return misfit('The first block bears no label such as “1.” or “[1]”: say which number it has.')
  const notes = found.map((note, i): LayerNote => ({ ...note, index: next.note + i, kind: 'endnote' }))
  return {
    ok: true,
    value: {
      kind: 'noted',
      blocks: run.map(({ start }) => start),
      notes,
      markers: callsIn(layer, run, new Set(notes.map(({ label }) => label)), next.marker),
    },
  }
}

type Labelled = Span & { readonly label: string }

const counted = (run: readonly Block[], from: number): Labelled[] =>
  run.map(({ start, end }, i) => ({ label: String(from + i), start, end }))

/** The notes of a run by the labels before them; none where the first block bears no label. */
function labelled(text: string, run: readonly Block[]): Labelled[] {
  const notes: Labelled[] = []
  for (const { start, end } of run) {
    const match = LABEL.exec(text.slice(start, Math.min(end, start + 40)))
    const body = start + (match?.[0].length ?? 0)
    const last = notes.pop()
    if (match !== null && body < end) {
      if (last !== undefined) notes.push(last)
      notes.push({ label: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '', start: body, end })
    } else if (last !== undefined) notes.push({ ...last, end })
    else return []
  }
  return notes
}

/** Places in the body, outside the run and outside markers, where a label stands in square brackets. */
function callsIn(
  { text, blocks, markers }: Layer,
  run: readonly Block[],
  labels: ReadonlySet<string>,
  firstIndex: number,
): LayerMarker[] {
  const known = new Set(markers.map(({ start }) => start))
  const inRun = new Set(run)
  const calls: LayerMarker[] = []
  for (const block of blocks) {
    if (block.kind === 'note' || inRun.has(block)) continue
    for (const { 0: written, 1: label = '', index } of text
      .slice(block.start, block.end)
      .matchAll(/\[([^[\]\s]{1,24})\]/gu)) {
      const start = block.start + index
      if (!labels.has(label) || known.has(start)) continue
      calls.push({ index: firstIndex + calls.length, label, start, end: start + written.length, note: null })
    }
  }
  return calls
}
