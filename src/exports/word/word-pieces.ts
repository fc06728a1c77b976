import type { TracedWords } from '../../reading/laid-document.ts'
import { firstIndex } from '../../text/first-index.ts'
import type { Span } from '../../text/span.ts'
import { type RawPlaces, rawPlaces } from './raw-places.ts'
import type { TextNode } from './text-nodes.ts'

/** Words of the text that stand in one text node, and where each of their letters stands in the XML. */
export interface Piece extends Span {
  readonly node: TextNode
  readonly places: RawPlaces
}

/** The traced words of a part as pieces, in the order of the text; words that were changed on the way are left out. */
export function piecesOf(
  xml: string,
  text: string,
  traced: readonly TracedWords[],
  nodes: readonly TextNode[],
): readonly Piece[] {
  const byContent = new Map(nodes.map((node) => [node.from, node]))
  return traced.flatMap(({ start, end, from, to }) => {
    const node = byContent.get(from)
    const places = node?.to === to ? rawPlaces(xml.slice(from, to), text.slice(start, end)) : null
    return node && places ? [{ start, end, node, places }] : []
  })
}

/** A place in the XML: an offset in the content of a node. */
export interface RawPlace {
  readonly node: TextNode
  readonly at: number
}

/** Where the first letter of a span begins, null when no piece holds any of it. */
export function startOf(pieces: readonly Piece[], { start, end }: Span): RawPlace | null {
  const piece = pieces[firstEndingAfter(pieces, start)]
  if (piece === undefined || piece.start >= end) return null
  const letter = Math.max(0, start - piece.start)
  return { node: piece.node, at: piece.node.from + (piece.places.starts[letter] ?? 0) }
}

/** Where the last letter of a span ends, null when no piece holds any of it. */
export function endOf(pieces: readonly Piece[], { start, end }: Span): RawPlace | null {
  const after = firstEndingAfter(pieces, end - 1)
  const last = (pieces[after]?.start ?? Infinity) < end ? after : after - 1
  const piece = pieces[last]
  if (piece === undefined || piece.end <= start) return null
  const letter = Math.min(end, piece.end) - piece.start - 1
  return { node: piece.node, at: piece.node.from + (piece.places.ends[letter] ?? 0) }
}

/** The raw content of each node that a span covers. */
export function coveredBy(
  pieces: readonly Piece[],
  span: Span,
): readonly { node: TextNode; from: number; to: number }[] {
  const covered: { node: TextNode; from: number; to: number }[] = []
  for (let i = firstEndingAfter(pieces, span.start); i < pieces.length; i++) {
    const piece = pieces[i]
    if (piece === undefined || piece.start >= span.end) break
    const first = Math.max(span.start, piece.start) - piece.start
    const last = Math.min(span.end, piece.end) - piece.start - 1
    const { starts, ends } = piece.places
    const { node } = piece
    covered.push({ node, from: node.from + (starts[first] ?? 0), to: node.from + (ends[last] ?? 0) })
  }
  return covered
}

/** Index of the first piece that ends after a place. Pieces are in order and do not overlap. */
const firstEndingAfter = (pieces: readonly Piece[], at: number): number =>
  firstIndex(pieces, ({ end }) => end > at)
