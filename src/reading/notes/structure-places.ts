import type { Flow, LinkedCall } from '../flow.ts'
import type { LinkedStart } from './structure-calls.ts'
import type { NotePiece, StructuredNote } from './structure-notes.ts'
import { callSpans } from './structure-spans.ts'

/** A call as it stands in the flow. */
interface FlowCall {
  readonly block: number
  readonly start: number
  readonly end: number
  readonly label: string
  readonly note: number | null
}

interface Room {
  readonly note: number
  /** Index of the piece among those of the note that have text. */
  readonly block: number
  readonly piece: NotePiece
}

/** Gives every call its place in the body or in a note. `places`: from blocks of the flow to blocks of the body. */
export function placeCalls(
  flow: Flow,
  notes: readonly StructuredNote[],
  linked: readonly LinkedStart[],
  places: ReadonlyMap<number, number>,
): LinkedCall[] {
  const rooms = roomsByBlock(notes)
  const calls = [...linkedCalls(flow, notes, linked), ...declaredCalls(flow, notes)]
  return calls
    .sort((a, b) => a.block - b.block || a.start - b.start)
    .flatMap((call) => placed(call, rooms, places))
}

function placed(
  call: FlowCall,
  rooms: ReadonlyMap<number, readonly Room[]>,
  places: ReadonlyMap<number, number>,
): LinkedCall[] {
  const { start, end, label, note } = call
  const place = places.get(call.block)
  if (place !== undefined) return [{ block: place, start, end, label, note }]
  const room = rooms.get(call.block)?.find(({ piece }) => start >= piece.from && end <= piece.to)
  if (!room) return []
  const moved = { start: room.piece.move(start), end: room.piece.move(end) }
  return moved.end > moved.start ? [{ block: room.block, inNote: room.note, ...moved, label, note }] : []
}

function roomsByBlock(notes: readonly StructuredNote[]): ReadonlyMap<number, readonly Room[]> {
  const rooms = new Map<number, Room[]>()
  notes.forEach(({ pieces }, note) => {
    const filled = pieces.filter(({ block }) => block.text !== '')
    filled.forEach((piece, block) => {
      const list = rooms.get(piece.source)
      if (list) list.push({ note, block, piece })
      else rooms.set(piece.source, [{ note, block, piece }])
    })
  })
  return rooms
}

function linkedCalls(
  { blocks }: Flow,
  notes: readonly StructuredNote[],
  linked: readonly LinkedStart[],
): FlowCall[] {
  const numbers = new Map(notes.map(({ start }, index) => [start, index]))
  const calls: FlowCall[] = []
  for (let first = 0; first < linked.length;) {
    const block = linked[first]?.link.block ?? 0
    let last = first
    while (linked[last]?.link.block === block) last++
    const ofBlock = linked.slice(first, last)
    const spans = callSpans(
      blocks[block]?.text ?? '',
      ofBlock.map(({ link }) => link),
    )
    ofBlock.forEach(({ label, note }, i) => {
      const span = spans[i]
      if (span) calls.push({ block, ...span, label, note: note ? (numbers.get(note) ?? null) : null })
    })
    first = last
  }
  return calls
}

function declaredCalls({ blocks }: Flow, notes: readonly StructuredNote[]): FlowCall[] {
  const numbers = new Map(notes.flatMap(({ key }, index) => (key === null ? [] : [[key, index] as const])))
  return blocks.flatMap(({ marks }, block) =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'call') return []
      const { start, end, label, key } = mark
      return [{ block, start, end, label, note: numbers.get(key) ?? null }]
    }),
  )
}
