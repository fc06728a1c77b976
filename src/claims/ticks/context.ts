import { quotationsIn } from '../../reading/quotations.ts'
import type { ReadDocument } from '../../reading/document.ts'
import type { Span } from '../../text/span.ts'

/**
 * What the whole draft tells about the words of one claim. `small`: words that it writes with a small letter somewhere;
 * `capitals`: names of one word and pairs of words, in lower case, that have capitals within a sentence; `quoted`: what stands
 * in quotation marks.
 */
export interface TickContext {
  readonly markers: readonly Span[]
  readonly quoted: readonly Span[] | null
  readonly small: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
}

/** For a text that nothing else is known of. */
export const NO_CONTEXT: TickContext = { markers: [], quoted: null, small: new Set(), capitals: new Set() }

const SMALL = /(?<![\p{L}\p{M}\p{N}'’@#/_.-])\p{Ll}[\p{L}\p{M}]*(?![@\p{N}/_])/gu
const INNER_CAPITAL =
  /(?<=(?<![\p{L}\p{M}'’])\p{Ll}{1,12},? )\p{Lu}[\p{L}\p{M}'’]*(?: \p{Lu}[\p{L}\p{M}'’]*){0,6}/gu

/** Walks a draft once, in linear time; to be kept for all of its claims. */
export function tickContextOf({
  text,
  blocks,
  markers,
}: Pick<ReadDocument, 'text' | 'blocks'> & { readonly markers: readonly Span[] }): TickContext {
  return {
    markers,
    quoted: quotationsIn(text, blocks).quoted,
    small: new Set(text.match(SMALL) ?? []),
    capitals: new Set(
      blocks
        .filter(({ kind, role }) => kind !== 'heading' && kind !== 'note' && role === undefined)
        .flatMap(({ start, end }) => text.slice(start, end).match(INNER_CAPITAL) ?? [])
        .flatMap(evidenceOf),
    ),
  }
}

/** A run of capitals as what it is evidence for: its only word, or each pair of neighbours. */
function evidenceOf(run: string): string[] {
  const words = run.split(' ').map(bareWord)
  return words.length === 1 ? words : words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`)
}

const bareWord = (word: string): string =>
  word
    .replace(/['’]s?$/, '')
    .replaceAll('’', "'")
    .toLowerCase()
