import type { Span } from '../../text/span.ts'
import type { SentenceKind } from '../document.ts'
import type { FoundSentence } from './find-sentences.ts'
import { kindOf } from './kinds.ts'

/** The kind of each sentence. `found` and the quotations `runs` are in order of their place. `moods`: whether opinions and the like are told, as in English. */
export function kindsOf(
  text: string,
  found: readonly FoundSentence[],
  runs: readonly Span[],
  moods: boolean,
): SentenceKind[] {
  let index = 0
  return found.map((sentence) => {
    while ((runs[index]?.end ?? Infinity) <= sentence.start) index++
    return kindOf(text, sentence, runs[index], moods)
  })
}
