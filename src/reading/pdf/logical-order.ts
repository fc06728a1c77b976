import type { PlacedPiece } from './piece.ts'
import { type Script, scriptOf } from './script.ts'

/** Pieces that stand together on the page, in the order of reading: one piece, or a run that keeps its own direction. */
export interface OrderedRun {
  readonly x: number
  readonly right: number
  readonly size: number
  readonly spaceLeft: boolean
  readonly spaceRight: boolean
  readonly parts: readonly OrderedRun[]
  readonly piece: PlacedPiece | null
  /** It takes part in the direction from right to left, so that its brackets may be mirrored. */
  readonly reversed: boolean
}

interface Sign {
  readonly piece: PlacedPiece
  readonly script: Script
}

/**
 * The pieces of a row, sorted by x, in the order of reading: the reverse of what the bidirectional algorithm (UAX 9) does
 * to show them. What it shows alike is taken for the order that is read as it is seen.
 */
export function logicalOrder(pieces: readonly PlacedPiece[], rightToLeft: boolean): OrderedRun[] {
  const signs = signsOf(pieces)
  if (rightToLeft) return backwards(signs)
  const runs: OrderedRun[] = []
  for (let at = 0; at < signs.length;) {
    const end = endOfRightToLeft(signs, at)
    if (end > at) runs.push(together(backwards(signs.slice(at, end))))
    else runs.push(...signs.slice(at, at + 1).map((sign) => alone(sign, false)))
    at = Math.max(end, at + 1)
  }
  return runs
}

/** A percent sign behind a number and a currency before it are part of it. */
const signsOf = (pieces: readonly PlacedPiece[]): Sign[] =>
  pieces.map((piece, i) => {
    const [before, next] = [pieces[i - 1], pieces[i + 1]]
    const ends = before && /^[%‰٪°]$/.test(piece.text) && isTight(before, piece) && isNumber(before)
    const begins = next && /^\p{Sc}$/u.test(piece.text) && isTight(piece, next) && isNumber(next)
    return { piece, script: ends || begins ? 'number' : scriptOf(piece.text) }
  })

const isNumber = ({ text }: PlacedPiece): boolean => scriptOf(text) === 'number'

/** The end, exclusive, of a stretch of right-to-left words without a word between; `at` itself where none begins. */
function endOfRightToLeft(signs: readonly Sign[], at: number): number {
  if (signs[at]?.script !== 'right') return at
  let end = at + 1
  for (let next = at + 1; next < signs.length && signs[next]?.script !== 'left'; next++)
    if (signs[next]?.script === 'right') end = next + 1
  return end
}

/** From right to left; stretches of other scripts and numbers keep their own order. */
function backwards(signs: readonly Sign[]): OrderedRun[] {
  const runs: OrderedRun[] = []
  let end = signs.length
  while (end > 0) {
    const sign = signs[end - 1]
    let start = end
    if (sign && isForward(sign)) {
      for (let at = end - 1; at >= 0 && signs[at]?.script !== 'right'; at--)
        if (isForward(signs[at])) start = at
      runs.push(...forwards(signs.slice(start, end)))
    } else if (sign) {
      runs.push(alone(sign, true))
      start = end - 1
    }
    end = start
  }
  return runs
}

const isForward = (sign: Sign | undefined): boolean => sign?.script === 'left' || sign?.script === 'number'

/** A stretch without right-to-left words, as runs in the order of reading. */
function forwards(signs: readonly Sign[]): OrderedRun[] {
  const runs: OrderedRun[] = []
  let end = signs.length
  const close = (start: number): void => {
    const part = signs.slice(start, end)
    const [first, last] = [part.findIndex(isForward), part.findLastIndex(isForward)]
    if (first < 0) runs.push(...reversedAlone(part))
    else {
      runs.push(...reversedAlone(part.slice(last + 1)))
      const kept = part.slice(first, last + 1)
      if (kept.some(({ script }) => script === 'left'))
        runs.push(together(kept.map((sign) => alone(sign, false))))
      else runs.push(...numbersOf(kept))
      runs.push(...reversedAlone(part.slice(0, first)))
    }
    end = start
  }
  for (const at of lonelyBrackets(signs).reverse()) {
    close(at + 1)
    runs.push(...reversedAlone(signs.slice(at, at + 1)))
    end = at
  }
  close(0)
  return runs
}

const reversedAlone = (signs: readonly Sign[]): OrderedRun[] =>
  [...signs].reverse().map((sign) => alone(sign, true))

/** Numbers with no word between are read from right to left, but for the parts of one number. */
function numbersOf(signs: readonly Sign[]): OrderedRun[] {
  const runs: OrderedRun[] = []
  let end = signs.length
  while (end > 0) {
    let start = end - 1
    while (start > 0 && isOneNumber(signs, start)) start--
    const part = signs.slice(start, end)
    runs.push(
      part.length > 1 ? together(part.map((sign) => alone(sign, false))) : together(reversedAlone(part)),
    )
    end = start
  }
  return runs
}

/** The sign at `at` and the one before it are set tight, and of one number with its separators. */
function isOneNumber(signs: readonly Sign[], at: number): boolean {
  const [before, sign] = [signs[at - 1], signs[at]]
  if (!before || !sign || !isTight(before.piece, sign.piece)) return false
  if (sign.script !== 'number') return isSeparator(signs, at)
  return before.script === 'number' || isSeparator(signs, at - 1)
}

/** A stop, a comma or the like, tight between two numbers. */
function isSeparator(signs: readonly Sign[], at: number): boolean {
  const [before, sign, next] = [signs[at - 1], signs[at], signs[at + 1]]
  return (
    before?.script === 'number' &&
    next?.script === 'number' &&
    sign !== undefined &&
    /^[.,:/٫٬]$/.test(sign.piece.text) &&
    isTight(before.piece, sign.piece) &&
    isTight(sign.piece, next.piece)
  )
}

const isTight = (a: PlacedPiece, b: PlacedPiece): boolean => b.x - a.right < 0.1 * Math.max(a.size, b.size)

/** Brackets whose other half is not in the stretch: they belong to the right-to-left text around it. */
function lonelyBrackets(signs: readonly Sign[]): number[] {
  const open: { readonly at: number; readonly closing: string }[] = []
  const lonely: number[] = []
  signs.forEach(({ piece, script }, at) => {
    if (script !== 'neutral') return
    for (const sign of piece.text) {
      const closing = PAIRS.get(sign)
      if (closing !== undefined) open.push({ at, closing })
      else if (open.at(-1)?.closing === sign) open.pop()
      else if (CLOSING.has(sign)) lonely.push(at)
    }
  })
  return [...new Set([...lonely, ...open.map(({ at }) => at)])].sort((a, b) => a - b)
}

const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
])
const CLOSING = new Set(PAIRS.values())

const alone = ({ piece }: Sign, reversed: boolean): OrderedRun => ({
  x: piece.x,
  right: piece.right,
  size: piece.size,
  spaceLeft: piece.spaceLeft,
  spaceRight: piece.spaceRight,
  parts: [],
  piece,
  reversed,
})

function together(parts: readonly OrderedRun[]): OrderedRun {
  const byPlace = [...parts].sort((a, b) => a.x - b.x)
  const [first, last] = [byPlace[0], byPlace.at(-1)]
  return {
    x: first?.x ?? 0,
    right: last?.right ?? 0,
    size: parts.reduce((most, { size }) => Math.max(most, size), 0),
    spaceLeft: first?.spaceLeft ?? false,
    spaceRight: last?.spaceRight ?? false,
    parts,
    piece: null,
    reversed: false,
  }
}
