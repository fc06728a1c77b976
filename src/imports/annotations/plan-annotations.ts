import { LONGEST_COMMENT } from '../../review/comment.ts'
import { codePointsOf } from '../../text/code-points.ts'
import { shortened } from '../../text/shortened.ts'
import type { Span } from '../../text/span.ts'
import { findTarget } from './find-target.ts'
import type { ReadAnnotation } from './read-annotations.ts'

/** A claim that words can be commented on. `comments`: what was written on it already. */
export interface CommentedClaim {
  readonly id: string
  readonly number: number
  readonly span: Span
  readonly comments: ReadonlySet<string>
}

/** What would become of a file of annotations. */
export interface AnnotationsPlan {
  readonly comments: readonly { readonly claimId: string; readonly number: number; readonly words: string }[]
  readonly notPlaced: readonly { readonly index: number; readonly quote: string; readonly why: string }[]
  /** How many were taken in before. */
  readonly known: number
  /** How many say nothing, or nothing but what this desk wrote itself. */
  readonly empty: number
}

const QUOTED = 120

/** Each annotation as a comment on the one claim that its words belong to, or why it is none. */
export function planAnnotations(
  text: string,
  claims: readonly CommentedClaim[],
  annotations: readonly ReadAnnotation[],
): AnnotationsPlan {
  const points = codePointsOf(text)
  const inOrder = claims.toSorted((a, b) => a.span.start - b.span.start)
  const comments: AnnotationsPlan['comments'][number][] = []
  const notPlaced: AnnotationsPlan['notPlaced'][number][] = []
  const seen = new Set<string>()
  let [known, empty] = [0, 0]
  for (const annotation of annotations) {
    const words = commentOf(annotation)
    if (words === null) {
      empty += 1
      continue
    }
    const claim = claimAt(inOrder, findTarget(text, points, annotation.target))
    const why =
      'why' in claim
        ? claim.why
        : words.length > LONGEST_COMMENT
          ? 'it is longer than a comment can be'
          : null
    if (why !== null || 'why' in claim) {
      const quote = shortened(annotation.target.exact ?? '', QUOTED)
      notPlaced.push({ index: annotation.index, quote, why: why ?? '' })
    } else if (claim.comments.has(words) || seen.has(`${claim.id} ${words}`)) known += 1
    else {
      seen.add(`${claim.id} ${words}`)
      comments.push({ claimId: claim.id, number: claim.number, words })
    }
  }
  return { comments, notPlaced, known, empty }
}

/** What it says, and from whom it came: whoever takes it in did not write it. */
function commentOf({ words, by, on }: ReadAnnotation): string | null {
  if (words === null) return null
  const from = [by === null ? '' : `by ${shortened(by, QUOTED)}`, on ?? '']
    .filter((part) => part !== '')
    .join(', ')
  return `Annotation${from === '' ? '' : ` ${from}`}:\n${words}`
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** The only claim that a span has words of. */
function claimAt(
  claims: readonly CommentedClaim[],
  found: ReturnType<typeof findTarget>,
): CommentedClaim | { readonly why: string } {
  if ('why' in found) return found
  const { start, end } = found.span
  const touched = claims.filter(({ span }) => span.start < end && start < span.end)
  const [claim] = touched
  if (claim === undefined) return { why: 'no claim has these words' }
  if (touched.length > 1)
    return {
      why: `its words belong to more than one claim (${touched
        .slice(0, 3)
        .map(({ number }) => number)
        .join(', ')}${touched.length > 3 ? ' …' : ''})`,
    }
  return claim
}
