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

/** Words that would stand in the place of others. `start`, `end`: in the draft's text, within the claim. */
export interface Proposal extends Span {
  readonly proposed: string
}

/**
 * The key that the claim will have in a draft that differs by these words alone; null where the proposal cuts through a marker
 * or leaves one out, because then it is no change of words only. Arguments as for `wordingKey`.
 */
export function wordingKeyWith(
  { start, end, proposed }: Proposal,
  text: string,
  claim: Span,
  markers: readonly Span[],
  notes: readonly (string | null)[],
): string | null {
  const words = text.slice(claim.start, start) + proposed + text.slice(end, claim.end)
  const added = proposed.length - (end - start)
  const spans: Span[] = []
  let from = 0
  for (const marker of markers) {
    const shift = marker.end <= start ? 0 : added
    const kept = marker.end <= start || marker.start >= end
    const label = text.slice(marker.start, marker.end)
    const at = kept ? -1 : proposed.indexOf(label, from)
    if (!kept && (at < 0 || marker.start < start || marker.end > end)) return null
    const first = kept ? marker.start + shift - claim.start : start - claim.start + at
    spans.push({ start: first, end: first + label.length })
    if (!kept) from = at + label.length
  }
  return wordingKey(words, { start: 0, end: words.length }, spans, notes)
}
