import type { Piece, PlacedPiece } from './piece.ts'

/** Pieces on one baseline, from left to right, with what is raised above or lowered below it. */
export interface Row {
  /** The y of the baseline that most of the row stands on. */
  readonly base: number
  readonly pieces: readonly PlacedPiece[]
}

/** Baselines this near are one, as a share of the size of the type. */
const SAME_BASE = 0.2
/** Between these shares of its size a piece stands above or below a neighbour when it is raised or lowered. */
const LEAST_RAISED = 0.12
const MOST_RAISED = 0.75
const MOST_LOWERED = 0.35
/** Raised text of the neighbour's own size must stand out by this much less, or it is a line of its own. */
const MOST_RAISED_AT_SIZE = 0.5
/** Room between a raised piece and the words to its right, as a share of their size. */
const NEAR_RIGHT = 0.6
/** A tab may stand behind the label of a note, the first thing in its row. */
const NEAR_OF_LABEL = 8
const LABEL = /^[\d*†‡§¶#]{1,4}$/

/** To its left other raised signs may stand between. */
const NEAR_LEFT = 1.6
/** Nothing longer is raised: it is a line of its own beside large type. Code units. */
const LONGEST_RAISED = 14
/** Raised and lowered pieces are smaller than what they stand beside, labels apart. */
const SMALLER = 0.93
const SIGNS = /^[\d,*†‡§¶[\]() ]{1,8}$/
/** Baselines above and below that are looked at for the neighbour of a small piece. */
const LOOKED_AT = 6

/** Pieces that share a baseline, sorted by x. */
interface Baseline {
  readonly base: number
  readonly size: number
  readonly pieces: Piece[]
}

/** The rows of a page from top to bottom. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const baselines = baselinesOf(pieces)
  const bases = new Map<Piece, { readonly base: number; readonly shift: 'raised' | 'lowered' }>()
  const usual = usualSize(pieces)
  baselines.forEach((line, index) => {
    let before: Piece | undefined
    for (const piece of line.pieces) {
      const host = mayBeShifted(piece, usual) ? hostOf(piece, index, baselines) : null
      const chained = before && goesOnFrom(before, piece) ? bases.get(before) : undefined
      if (host) bases.set(piece, { base: host.base, shift: host.base > piece.base ? 'raised' : 'lowered' })
      else if (chained && mayBeShifted(piece, usual)) bases.set(piece, chained)
      before = piece
    }
  })
  const placed = pieces.map((piece) => ({
    piece: { ...piece, shift: bases.get(piece)?.shift ?? ('none' as const) },
    base: bases.get(piece)?.base ?? piece.base,
  }))
  return gather(placed)
}

/** Set tight behind a sign of its size, as one marker behind another. */
const goesOnFrom = (before: Piece, piece: Piece): boolean =>
  Math.abs(before.size - piece.size) < 0.1 && piece.x - before.right <= NEAR_RIGHT * piece.size

/** The size of most letters of a page. */
function usualSize(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of pieces) letters.set(size, (letters.get(size) ?? 0) + text.length)
  let [usual, most] = [0, 0]
  for (const [size, count] of letters) if (count > most) [usual, most] = [size, count]
  return usual
}

/** Short, and smaller than the text or a label. */
const mayBeShifted = ({ text, size }: Piece, usual: number): boolean =>
  text.length <= LONGEST_RAISED && (size < SMALLER * usual || SIGNS.test(text))

function baselinesOf(pieces: readonly Piece[]): Baseline[] {
  const sorted = [...pieces].sort((a, b) => a.base - b.base || a.x - b.x)
  const baselines: Baseline[] = []
  for (const piece of sorted) {
    const last = baselines.at(-1)
    if (last && piece.base - last.base <= SAME_BASE * Math.min(piece.size, last.size)) last.pieces.push(piece)
    else baselines.push({ base: piece.base, size: piece.size, pieces: [piece] })
  }
  for (const { pieces: own } of baselines) own.sort((a, b) => a.x - b.x)
  return baselines
}

/** The larger piece beside a raised or lowered one, null when it stands on its own. */
function hostOf(piece: Piece, index: number, baselines: readonly Baseline[]): Piece | null {
  for (let step = 1; step <= LOOKED_AT; step++) {
    const below = neighbourOn(baselines[index + step], piece)
    if (below && isRaisedBeside(piece, below)) return below
  }
  for (let step = 1; step <= LOOKED_AT; step++) {
    const above = neighbourOn(baselines[index - step], piece)
    if (above && isLoweredBeside(piece, above)) return above
  }
  return null
}

function isRaisedBeside(piece: Piece, host: Piece): boolean {
  const rise = (host.base - piece.base) / host.size
  if (rise < LEAST_RAISED || rise > MOST_RAISED) return false
  if (piece.size < SMALLER * host.size) return piece.size > 0.35 * host.size
  return piece.size < 1.05 * host.size && rise < MOST_RAISED_AT_SIZE && SIGNS.test(piece.text)
}

const isLoweredBeside = (piece: Piece, host: Piece): boolean =>
  piece.size < SMALLER * host.size &&
  piece.size > 0.35 * host.size &&
  host.x - piece.right <= NEAR_RIGHT * host.size &&
  piece.base - host.base > 0.05 * host.size &&
  piece.base - host.base <= MOST_LOWERED * host.size

/** The piece of a baseline that touches another one at its left or, failing that, at its right. */
function neighbourOn(line: Baseline | undefined, piece: Piece): Piece | null {
  if (!line) return null
  let low = 0
  let high = line.pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((line.pieces[middle]?.x ?? Infinity) <= piece.x) low = middle + 1
    else high = middle
  }
  const [before, after] = [line.pieces[low - 1], line.pieces[low]]
  if (before && piece.x - before.right <= NEAR_LEFT * before.size && piece.x >= before.x) return before
  const near = !before && LABEL.test(piece.text) ? NEAR_OF_LABEL : NEAR_RIGHT
  return after && after.x - piece.right <= near * after.size ? after : null
}

function gather(placed: { readonly piece: PlacedPiece; readonly base: number }[]): Row[] {
  placed.sort((a, b) => a.base - b.base || a.piece.x - b.piece.x)
  const rows: { base: number; size: number; pieces: PlacedPiece[] }[] = []
  for (const { piece, base } of placed) {
    const row = rows.at(-1)
    if (row && base - row.base <= SAME_BASE * Math.min(row.size, piece.size)) {
      row.pieces.push(piece)
      row.size = Math.max(row.size, piece.size)
    } else rows.push({ base, size: piece.size, pieces: [piece] })
  }
  for (const { pieces } of rows) pieces.sort((a, b) => a.x - b.x)
  return rows.map(({ base, pieces }) => ({ base, pieces }))
}
