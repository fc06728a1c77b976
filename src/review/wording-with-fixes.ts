import { wordingKey } from '../claims/wording-key.ts'
import type { Span } from '../text/span.ts'
import type { Wording } from './load-wording.ts'

/** A fix that waits for a draft with its words. `start`, `end`: in the text of the draft it was asked on. */
export interface WaitingFix extends Span {
  readonly id: string
  readonly proposed: string
}

/** Fixes of one claim of which every choice is tried; of more than these only each alone and all together. */
const MOST_TRIED = 6

/**
 * Which of a claim's fixes turn its wording into the one with this key: the ids of the most that do, null where none do.
 * `wording`: as it stood in the draft that the fixes were asked on, with the notes that it leaned on.
 */
export function wordingWithFixes(
  wording: Wording,
  fixes: readonly WaitingFix[],
  key: string,
): ReadonlySet<string> | null {
  for (const chosen of choicesOf(fixes))
    if (keyWith(wording, chosen) === key) return new Set(chosen.map(({ id }) => id))
  return null
}

/** Choices of at least one, larger ones first. */
function choicesOf<T>(items: readonly T[]): T[][] {
  if (items.length > MOST_TRIED) return [[...items], ...items.map((item) => [item])]
  return Array.from({ length: 2 ** items.length - 1 }, (_, i) =>
    items.filter((_item, at) => ((i + 1) >> at) & 1),
  ).toSorted((a, b) => b.length - a.length)
}

/** The key of the words with the fixes in them and without any marker, which a key leaves out. */
function keyWith({ text, claim, markers, notes }: Wording, fixes: readonly WaitingFix[]): string {
  const labels = (span: Span): readonly string[] =>
    markers
      .filter(({ start, end }) => start >= span.start && end <= span.end)
      .map(({ start, end }) => text.slice(start, end))
  const inFix = (marker: Span): boolean =>
    fixes.some(({ start, end }) => marker.start >= start && marker.end <= end)
  const changes = [
    ...markers.filter((marker) => !inFix(marker)).map(({ start, end }) => ({ start, end, words: '' })),
    ...fixes.map(({ start, end, proposed }) => ({
      start,
      end,
      words: labels({ start, end }).reduce((words, label) => words.replace(label, ''), proposed),
    })),
  ].toSorted((a, b) => a.start - b.start)
  let words = ''
  let from = claim.start
  for (const change of changes) {
    words += text.slice(from, Math.max(from, change.start)) + change.words
    from = Math.max(from, change.end)
  }
  words += text.slice(from, Math.max(from, claim.end))
  return wordingKey(words, { start: 0, end: words.length }, [], notes)
}
