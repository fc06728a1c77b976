import type { Span } from '../../text/span.ts'
import type { PlaceLink } from './structure-links.ts'

/** Reach of a bracket around several calls. Code units. */
const REACH = 120

/**
 * The span of each call of one block, in order, with the square brackets around it, so that writing `[label]` in its
 * place doubles none. Of several calls in one pair of brackets the first takes the one, the last the other.
 */
export function callSpans(text: string, links: readonly PlaceLink[]): Span[] {
  const spans: { start: number; end: number }[] = links.map(({ start, end }) => ({ start, end }))
  for (let first = 0; first < links.length; first++) {
    const open = links[first]
    if (!open || text.charAt(open.start - 1) !== '[') continue
    const last = lastInBrackets(text, links, first)
    const [from, to] = [spans[first], spans[last]]
    if (last < first || !from || !to) continue
    from.start--
    to.end++
    first = last
  }
  return spans
}

/** Index of the last call before the `]`, when nothing but stops stands between the calls; else less than `first`. */
function lastInBrackets(text: string, links: readonly PlaceLink[], first: number): number {
  let at = links[first]?.end ?? 0
  const limit = at + REACH
  for (let last = first; at < limit;) {
    const next = links[last + 1]
    if (text.charAt(at) === ']') return last
    const gap = /^[\s,;–-]{0,5}/.exec(text.slice(at, at + 5))?.[0].length ?? 0
    if (next?.start !== at + gap) return -1
    last++
    at = next.end
  }
  return -1
}
