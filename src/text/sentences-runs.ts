import {
  isBlank,
  isClosing,
  isEitherWay,
  isLower,
  isSpace,
  isWordCharacter,
  skipSpace,
} from './sentences-characters.ts'

/** Where the marker that starts at a position ends, or -1 when none starts there. */
export type MarkerEnd = (at: number) => number

const isStop = (code: number): boolean => code === 46 || code === 0x2026 || code === 0x2025
const isMark = (code: number): boolean =>
  isStop(code) ||
  code === 33 ||
  code === 63 ||
  code === 0xff01 ||
  code === 0xff1f ||
  code === 0x3002 ||
  code === 0xff61

/** End of the run of terminators that starts at `at`: "?!", "...", ". . .", but not the dots that lead into the next word. */
export function endOfRun(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && isMark(text.charCodeAt(end))) end++
  while (isSpace(text.charCodeAt(end)) && isStop(text.charCodeAt(end + 1))) {
    let further = end + 2
    while (isStop(text.charCodeAt(further))) further++
    if (isWordCharacter(text, further)) break
    end = further
  }
  return end
}

/** End of the closing marks and markers from `at` on that belong to the sentence before it. */
export function endOfTail(text: string, at: number, markerEnd: MarkerEnd): number {
  let end = at
  for (;;) {
    const past = markerEnd(end)
    if (past > end) end = past
    else if (closesAt(text, end)) end++
    else break
  }
  return spacedMarkers(text, end, markerEnd)
}

function closesAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x202c || code === 0x200f || code === 0x200e) return true
  return isClosing(code) && !(isEitherWay(code) && isWordCharacter(text, at + 1))
}

/** Numbered markers set off by a space ("… ended. [5] The next …") still end the sentence before them. */
function spacedMarkers(text: string, at: number, markerEnd: MarkerEnd): number {
  let end = at
  for (;;) {
    const start = skipSpace(text, end)
    const past = start > end ? markerEnd(start) : -1
    if (past < 0 || !/\d\]$/.test(text.slice(Math.max(start, past - 2), past)) || leadsOn(text, past))
      return end
    end = past
  }
}

/** Whether the words after a marker carry its sentence on, so that it opens that sentence and ends none. */
const leadsOn = (text: string, at: number): boolean =>
  at < text.length &&
  (!isBlank(text.charCodeAt(at)) || isLower(text, skipSpace(text, at))) &&
  text[at] !== '['
