import type { FlowContainer } from '../flow.ts'
import type { Evidence, NoteStart } from './structure-calls.ts'
import type { NoteZone } from './structure-zones.ts'

/**
 * Notes that nothing calls: what has an id of its own in a section that the format declares to hold notes, beside at
 * least one note that is called. (Where none is called, the markers may be plain text, and their labels tell.)
 */
export function uncalledNotes({ flow, zones }: Evidence, called: readonly NoteStart[]): NoteStart[] {
  const used = new Set<NoteZone>()
  for (const { block } of called) {
    const zone = zones[block]
    if (zone?.declared === true) used.add(zone)
  }
  if (used.size === 0) return []
  const taken = called.map((note) => note.block)
  const found: NoteStart[] = []
  // Inner elements come last, so that the way back finds the narrowest first.
  for (const container of [...(flow.containers ?? [])].reverse()) {
    const zone = zones[container.start] ?? null
    if (zone === null || !used.has(zone) || !isOne(container, zone)) continue
    if (flow.blocks[container.start]?.kind === 'heading') continue
    found.push({ block: container.start, start: 0, container, labels: new Set() })
  }
  return withoutOverlap(found, new Set(taken))
}

/** Names one thing and does not fill the section it stands in. */
const isOne = ({ ids, item, notes, start, end }: FlowContainer, zone: NoteZone): boolean =>
  ids.length > 0 && (item === true || notes !== undefined) && (start > zone.start || end < zone.end)

/** Leaves out what holds a called note, or a narrower find. */
function withoutOverlap(found: readonly NoteStart[], taken: ReadonlySet<number>): NoteStart[] {
  const covered = new Set<number>(taken)
  return found.filter(({ container }) => {
    if (!container) return false
    for (let block = container.start; block < container.end; block++) if (covered.has(block)) return false
    for (let block = container.start; block < container.end; block++) covered.add(block)
    return true
  })
}
