import { diffWordsWithSpace } from 'diff'
import type { Span } from '../../text/span.ts'

/** Words that go (a span, which may be empty) and words that come in their place. */
export interface Replacement extends Span {
  readonly words: string
}

/**
 * The fewest words to change so that `original`, which stands at `at`, becomes `proposed`. Spans are into the whole text.
 * What stands in `kept` (markers: Word's own notes) never goes.
 */
export function replacements(
  original: string,
  proposed: string,
  at: number,
  kept: readonly Span[],
): readonly Replacement[] {
  const found: Replacement[] = []
  let start = at
  for (const { value, removed, added } of diffWordsWithSpace(original, proposed)) {
    const end = added ? start : start + value.length
    if (added) addWords(found, start, value)
    else if (removed) found.push({ start, end, words: '' })
    start = end
  }
  return found.flatMap((one) => withoutSpans(one, kept))
}

/** Words that come right after words that go take their place. */
function addWords(found: Replacement[], at: number, words: string): void {
  const last = found.at(-1)
  if (last?.end === at && last.words === '') found[found.length - 1] = { ...last, words }
  else found.push({ start: at, end: at, words })
}

/** A replacement that leaves some spans standing: its new words come with its first part. */
function withoutSpans({ start, end, words }: Replacement, spans: readonly Span[]): readonly Replacement[] {
  const parts: Span[] = []
  let from = start
  for (const span of spans) {
    if (span.end <= from || span.start >= end) continue
    if (span.start > from) parts.push({ start: from, end: span.start })
    from = span.end
  }
  if (from < end || (parts.length === 0 && words !== '')) parts.push({ start: Math.min(from, end), end })
  return parts.map((part, index) => ({ ...part, words: index === 0 ? words : '' }))
}
