import type { Alignment } from '../../text/alignment.ts'
import type { Run } from '../../text/alignment-run.ts'
import type { Span } from '../../text/span.ts'
import { similarity } from '../../text/similarity.ts'
import { bagOf } from '../../text/similarity-words.ts'
import { divideJoined } from './divide-joined.ts'
import { type Comparable, Marked, type Passage } from './passages.ts'

/** Where a passage stands in the new document. */
export interface Place {
  readonly span: Span
  /** Its words left the order of the document. */
  readonly elsewhere: boolean
  /** The span is a part of a sentence, and what stands before it in the sentence does not end as a sentence does. */
  readonly midSentence: boolean
}

/** The place of each old passage that has one, by index. */
export function placesOf(
  documents: Documents,
  olds: readonly Passage[],
  news: readonly Passage[],
  { inPlace, elsewhere }: Alignment,
): Map<number, Place> {
  const marked = { old: new Marked(documents.old), new: new Marked(documents.new) }
  const places = new Map<number, Place>()
  const add = (run: Run, isElsewhere: boolean): void => {
    spansOf(marked, olds, news, run).forEach(({ span, midSentence }, index) => {
      if (hasWords(marked.new, span))
        places.set(run.oldStart + index, { span, midSentence, elsewhere: isElsewhere })
    })
  }
  for (const run of inPlace) add(run, false)
  for (const run of elsewhere) add(run, true)
  return places
}

/** A marker alone, or a sign, is what is left where nothing of a sentence is. */
const hasWords = (marked: Marked, span: Span): boolean => /[\p{L}\p{N}]/u.test(marked.wordsOf(span))

type PlacedSpan = Omit<Place, 'elsewhere'>

interface Documents {
  readonly old: Comparable
  readonly new: Comparable
}

function spansOf(
  marked: { readonly old: Marked; readonly new: Marked },
  olds: readonly Passage[],
  news: readonly Passage[],
  run: Run,
): PlacedSpan[] {
  const [first, last] = [news[run.newStart], news[run.newEnd - 1]]
  if (!first || !last) return []
  const span = { start: first.start, end: last.end }
  if (run.oldEnd - run.oldStart === 1) return [{ span, midSentence: false }]
  const parts = olds
    .slice(run.oldStart, run.oldEnd)
    .map((passage) => marked.old.wordsOf(passage, ({ label }) => ` ${label} `))
  const places = divideJoined(marked.new, span, parts)
  return areInOrder(
    parts,
    places.map((place) => marked.new.wordsOf(place.span)),
  )
    ? places
    : []
}

/** Whether each part of a sentence is most like the old sentence whose place it has: those that were joined kept their order. */
function areInOrder(olds: readonly string[], news: readonly string[]): boolean {
  const [were, are] = [olds.map(bagOf), news.map(bagOf)]
  return are.every((part, index) => {
    const own = similarity(part, were[index] ?? part)
    return were.every((other) => similarity(part, other) <= own)
  })
}
