import type { NoteKind } from '../document.ts'
import type { Flow, FlowBlock } from '../flow.ts'
import { kindBelow } from './label-headings.ts'

/** A part of the text that holds notes: the format says so (`declared`) or the heading over it. `end` exclusive. */
export interface NoteZone {
  readonly kind: NoteKind
  readonly start: number
  readonly end: number
  readonly declared: boolean
  /** The block with the words that head it. */
  readonly heading: number | null
}

/** The innermost zone of each block, null outside of notes. What the format says comes before what a heading says. */
export function noteZones({ blocks, containers = [] }: Flow): readonly (NoteZone | null)[] {
  const zones: (NoteZone | null)[] = blocks.map(() => null)
  for (const zone of headedZones(blocks)) zones.fill(zone, zone.start, zone.end)
  let reached = 0
  for (const { notes, start, end } of containers) {
    // Sections of notes may stand in each other; the outermost counts, so that each block is filled once.
    if (notes === undefined || end <= reached) continue
    const kind = narrower(notes, zones[start] ?? null)
    zones.fill({ kind, start, end, declared: true, heading: null }, Math.max(start, reached), end)
    reached = end
  }
  return zones
}

/** Class names say "footnote" of endnotes as well: the heading knows better. */
const narrower = (said: NoteKind, headed: NoteZone | null): NoteKind =>
  said === 'footnote' && headed !== null && headed.kind === 'endnote' ? 'endnote' : said

function headedZones(blocks: readonly FlowBlock[]): NoteZone[] {
  const zones: NoteZone[] = []
  let open: { readonly kind: NoteKind; readonly heading: number; readonly level: number } | null = null
  const close = (end: number): void => {
    if (open && end > open.heading + 1) {
      zones.push({ kind: open.kind, start: open.heading + 1, end, declared: false, heading: open.heading })
    }
    open = null
  }
  blocks.forEach((block, index) => {
    const level = headingLevel(block)
    if (level === null) return
    const kind = kindBelow(block.text)
    if (kind !== null || open === null || level <= open.level) close(index)
    if (kind !== null) open = { kind, heading: index, level }
  })
  close(blocks.length)
  return zones
}

/** A line of its own that says "Notes" heads notes even where it is no heading by its mark-up. */
const UNMARKED = 7

function headingLevel({ kind, level, text }: FlowBlock): number | null {
  if (kind === 'heading') return level ?? UNMARKED
  return kind === 'paragraph' && text.length <= 40 && kindBelow(text) !== null ? UNMARKED : null
}
