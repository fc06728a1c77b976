import { sha256 } from '../history/canonical.ts'
import type { Span } from '../text/span.ts'
import { withoutTypography } from '../text/typography.ts'

/**
 * What a verdict was given on: a claim's words and the notes they lean on, typography and numbering aside.
 *
 * `text`: the draft's text. `markers`: spans of all `[label]`s inside the claim, in order. `notes`: the notes' words in the
 * order they are called, null where a note is missing. Two drafts give the same key exactly when nothing but typography changed.
 */
export function wordingKey(
  text: string,
  claim: Span,
  markers: readonly Span[],
  notes: readonly (string | null)[],
): string {
  const words = withoutTypography(withoutSpans(text, claim, markers))
  const leaned = notes.map((note) => (note === null ? null : withoutTypography(note)))
  return sha256(JSON.stringify([words, ...leaned]))
}

/** A stretch of text with some spans inside it left out. Spans that reach beyond it are cut to it. */
export function withoutSpans(text: string, stretch: Span, left: readonly Span[]): string {
  let kept = ''
  let from = stretch.start
  for (const span of left) {
    if (span.end <= from || span.start >= stretch.end) continue
    kept += text.slice(from, Math.max(from, span.start))
    from = span.end
  }
  return kept + text.slice(from, Math.max(from, stretch.end))
}
