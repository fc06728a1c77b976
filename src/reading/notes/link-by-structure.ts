import type { Flow, FlowBlock, LinkedFlow, LinkedWarning } from '../flow.ts'
import { Anchors } from './structure-anchors.ts'
import { findCalls, type Evidence, type NoteStart } from './structure-calls.ts'
import { emptiedHeadings } from './structure-headings.ts'
import { placeLinks } from './structure-links.ts'
import { declaredNotes, linkedNotes, type StructuredNote } from './structure-notes.ts'
import { placeCalls } from './structure-places.ts'
import { uncalledNotes } from './structure-uncalled.ts'
import { noteZones } from './structure-zones.ts'

/**
 * Links markers and notes by what the format says: declared calls, links and ids in either direction.
 *
 * Notes leave the body, without their labels and their links back, in the order of the text. A call whose note is not in
 * the file has the note null. What only labels tell is left as it is. Nothing is linked on a guess.
 */
export function linkByStructure(flow: Flow): LinkedFlow {
  const evidence: Evidence = {
    flow,
    links: placeLinks(flow.blocks),
    anchors: new Anchors(flow),
    zones: noteZones(flow),
  }
  const found = findCalls(evidence)
  const starts = [...found.starts, ...uncalledNotes(evidence, found.starts)].sort(inOrder)
  const notes = [...declaredNotes(flow), ...linkedNotes(evidence, starts, found.calls)]
    .sort(byPlace)
    .filter(hasWords)
  const taken = flow.blocks.map((block) => block.noteKey !== undefined)
  for (const { source } of notes.flatMap((note) => note.pieces)) taken[source] = true
  const emptied = emptiedHeadings(flow.blocks, taken)
  const places = new Map<number, number>()
  flow.blocks.forEach((_, index) => {
    if (taken[index] !== true && !emptied.has(index)) places.set(index, places.size)
  })
  return {
    title: flow.title,
    language: flow.language,
    body: [...places.keys()].flatMap((index) => flow.blocks[index] ?? []),
    notes: notes.map(({ label, kind, pieces }) => ({
      label,
      kind,
      blocks: pieces.map((piece) => piece.block).filter(isFilled),
    })),
    calls: placeCalls(flow, notes, found.calls, places),
    warnings: flow.warnings.map((warning) => placedWarning(warning, places)),
  }
}

const inOrder = (a: NoteStart, b: NoteStart): number => a.block - b.block || a.start - b.start

const byPlace = (a: StructuredNote, b: StructuredNote): number =>
  placeOf(a) - placeOf(b) || offsetOf(a) - offsetOf(b)
const placeOf = ({ pieces }: StructuredNote): number => pieces[0]?.source ?? Infinity
const offsetOf = ({ pieces }: StructuredNote): number => pieces[0]?.from ?? 0

/** A note of which nothing is left but its label was none: its calls lead nowhere. */
const hasWords = ({ pieces }: StructuredNote): boolean => pieces.some(({ block }) => isFilled(block))
const isFilled = ({ text }: FlowBlock): boolean => text !== ''

function placedWarning(
  { rule, message, block }: Flow['warnings'][number],
  places: ReadonlyMap<number, number>,
): LinkedWarning {
  const place = block === undefined ? undefined : places.get(block)
  return place === undefined ? { rule, message } : { rule, message, block: place }
}
