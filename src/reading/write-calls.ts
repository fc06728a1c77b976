import { firstIndex } from '../text/first-index.ts'
import type { Marker } from './document.ts'
import type { LinkedCall } from './flow.ts'

/** Where a stretch of a block went: an offset into the block's text to an offset into the whole text. */
export type Place = (offset: number) => number

/** A block's text as it stands in the whole text. Spans of markers are into the whole text. */
export interface WrittenText {
  readonly text: string
  readonly markers: readonly Marker[]
  readonly place: Place
}

/** From this offset of a block on, words stand so much further on than in the block. */
interface Shift {
  readonly from: number
  readonly by: number
}

const NONE: readonly Marker[] = []

/** A text that will stand at `at` in the whole text, with each call's words replaced by `[label]`. `calls` ascend. */
export function writeCalls(text: string, calls: readonly LinkedCall[], at: number): WrittenText {
  if (calls.length === 0) return { text, markers: NONE, place: (offset) => at + offset }
  const markers: Marker[] = []
  const shifts: Shift[] = []
  let written = ''
  let read = 0
  for (const { label, note, start, end } of calls) {
    if (start < read) continue
    written += text.slice(read, start)
    const from = written.length
    written += `[${label}]`
    markers.push({ label, start: at + from, end: at + written.length, note })
    shifts.push({ from: start, by: from - start }, { from: end, by: written.length - end })
    read = end
  }
  return {
    text: written + text.slice(read),
    markers,
    place: (offset) => at + offset + shiftAt(shifts, offset),
  }
}

/** The shift in force at an offset: that of the last entry at or before it. `shifts` ascend. */
const shiftAt = (shifts: readonly Shift[], offset: number): number =>
  shifts[firstIndex(shifts, ({ from }) => from > offset) - 1]?.by ?? 0
