import type { CodePoints } from '../../text/code-points.ts'
import type { Span } from '../../text/span.ts'
import type { AnnotationTarget } from './read-annotations.ts'

/** Where an annotation's words stand, or why that is not certain. */
export type FoundTarget = { readonly span: Span } | { readonly why: string }

/**
 * The place of an annotation's words in a text: where its position says, if exactly its quote stands there; else where its quote
 * with what stands around it occurs, if it does so once. Nothing is guessed: no likeness, no nearest place.
 */
export function findTarget(text: string, points: CodePoints, target: AnnotationTarget): FoundTarget {
  const { exact, prefix, suffix } = target
  if (exact === null || exact === '')
    return { why: 'it quotes no words: a position alone may point at other words than were meant' }
  const there = positioned(text, points, target, exact)
  if (there !== null) return { span: there }
  const first = text.indexOf(prefix + exact + suffix)
  if (first === -1) {
    const words = prefix + suffix === '' || !text.includes(exact)
    return {
      why: words
        ? 'its words are not in this draft'
        : 'its words stand in this draft, but not between those that it gives',
    }
  }
  if (text.includes(prefix + exact + suffix, first + 1))
    return { why: 'its words stand in this draft more than once' }
  const start = first + prefix.length
  return { span: { start, end: start + exact.length } }
}

function positioned(
  text: string,
  { offsetOf }: CodePoints,
  { start, end }: AnnotationTarget,
  exact: string,
): Span | null {
  const [from, to] = [offsetOf(start ?? -1), offsetOf(end ?? -1)]
  return from !== null && to !== null && text.slice(from, to) === exact ? { start: from, end: to } : null
}
