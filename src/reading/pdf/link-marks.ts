import type { FlowMark } from '../flow.ts'
import type { PageLink, PlacedPiece } from './piece.ts'
import type { Written } from './write-pieces.ts'

/** Marks for the links to addresses that lie over written pieces. */
export function urlMarks(written: Written, links: readonly PageLink[]): FlowMark[] {
  const base = written.spans[0]?.piece
  if (!base) return []
  return links.flatMap((link) => {
    if (link.url === undefined || !isOnRow(link, base)) return []
    const span = spanUnder(written, link)
    return span ? [{ kind: 'link' as const, href: link.url, ...span }] : []
  })
}

/** Whether a link's box covers the middle of a piece's letters in height. */
export function isOnRow({ top, bottom }: PageLink, { base, size }: PlacedPiece): boolean {
  const middle = base - 0.3 * size
  return top - 1 <= middle && middle <= bottom + 1
}

/** The words under a link's box: in part of a piece by even share, then out to the next white space. */
function spanUnder({ spans, text }: Written, link: PageLink): { start: number; end: number } | null {
  let [start, end] = [Infinity, -1]
  for (const { piece, start: from, end: to } of spans) {
    if (!isOnRow(link, piece) || piece.right <= link.x + 0.5 || piece.x >= link.right - 0.5) continue
    const perLetter = (piece.right - piece.x) / Math.max(1, to - from)
    const first = Math.round(Math.max(0, link.x - piece.x) / perLetter)
    const last = Math.round((Math.min(piece.right, link.right) - piece.x) / perLetter)
    start = Math.min(start, from + first)
    end = Math.max(end, Math.min(to, from + last))
  }
  if (start >= end) return null
  while (start > 0 && /\S/.test(text[start - 1] ?? '')) start--
  while (end < text.length && /\S/.test(text[end] ?? '')) end++
  const words = text.slice(start, end)
  const blank = words.length - words.trimStart().length
  return { start: start + blank, end: start + words.trimEnd().length }
}
