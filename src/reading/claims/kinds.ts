import type { Span } from '../../text/span.ts'
import type { SentenceKind } from '../document.ts'
import type { FoundSentence } from './find-sentences.ts'
import { asserts, moodOf } from './moods.ts'

/**
 * What a sentence is. `run` is the quotation that ends after the sentence's start, if any, marks included.
 * In doubt it is a claim: a checker can unmark one, but never sees one that was left out.
 */
export function kindOf(
  text: string,
  sentence: FoundSentence,
  run: Span | undefined,
  moods = true,
): SentenceKind {
  if (sentence.part === 'apparatus') return 'other'
  if (sentence.part !== 'prose') return sentence.part
  const words = wordsOf(text, sentence)
  if (run && isInside(text, sentence, run)) return 'quotation'
  const quotes = run !== undefined && run.start < sentence.end
  const running = sentence.block.kind === 'paragraph' || sentence.block.kind === 'quotation'
  return kindOfWords(words, running, { quotes, moods })
}

/**
 * The kind of a sentence by its own words. `running`: it stands in running prose, where fragments are rarer than in
 * lists and tables. `quotes`: it holds a quotation, and so reports. `moods`: as in kindsOf.
 */
function kindOfWords(
  words: string,
  running: boolean,
  { quotes, moods }: { readonly quotes: boolean; readonly moods: boolean },
): SentenceKind {
  if (!asserts(words, running)) return 'other'
  if (quotes) return 'claim'
  if (/[?？؟⁇\u037e]["'”’»)\]]*$/.test(words)) return 'question'
  return moods ? moodOf(words) : 'claim'
}

/** Code units: a longer sentence is judged by its beginning. */
const LONGEST = 2000

/** The words of a sentence without its markers. */
const wordsOf = (text: string, { start, end, markers }: FoundSentence): string => {
  const words = text.slice(start, Math.min(end, start + LONGEST))
  return (markers.length > 0 ? words.replace(/\[[^\]\s]{1,40}\]/g, '') : words).trim()
}

/** Whether a sentence is nothing but quotation, whatever opening marks, closing marks and markers stand around it. */
function isInside(text: string, sentence: Span, run: Span): boolean {
  if (run.start > sentence.start) return false
  return run.end >= sentence.end || isOnlyEnd(text.slice(run.end, Math.min(sentence.end, run.end + 60)))
}

const isOnlyEnd = (tail: string): boolean =>
  tail.length < 60 && /^(?:[\s.,;!?)\]}'"”’»]|\[[^\]\s]{1,40}\])*$/.test(tail)
