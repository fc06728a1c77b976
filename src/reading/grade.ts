import { writtenMarkersIn } from '../text/sentences.ts'
import { findSentences } from './claims/find-sentences.ts'
import { kindsOf } from './claims/kinds-of.ts'
import { assess, unassessed } from './confidence/assess.ts'
import { sentenceOf } from './claims/not-checkable.ts'
import type {
  Attribution,
  Block,
  Checkworthiness,
  Confidence,
  Marker,
  Sentence,
  Warning,
} from './document.ts'
import { languageWarnings, readsCues } from './language/cues-by-language.ts'
import { detectLanguage } from './language/detect-language.ts'
import { quotationsIn } from './quotations.ts'

/** A sentence with how sure it sounds, who is said to have said it and how worthwhile checking it is. */
export interface GradedSentence extends Sentence {
  readonly confidence: Confidence
  readonly attribution: Attribution | null
  readonly checkworthy: Checkworthiness
}

/** `language` and `warnings` are there when the text is not in English, and so has been read without cues. */
export interface Graded {
  readonly sentences: readonly GradedSentence[]
  readonly language?: string
  readonly warnings?: readonly Warning[]
}

/**
 * Grades every sentence of a bare text. Paragraphs are divided by blank lines; a single line break inside prose is
 * white space. All spans are into `text`.
 */
export function gradeText(text: string): Graded {
  const language = detectLanguage(text)
  const cues = readsCues(language)
  const blocks = paragraphsOf(text)
  const markers = markersOf(text)
  const found = findSentences({ text, blocks, notes: [], markers })
  const { runs, quoted } = quotationsIn(text, blocks)
  const kinds = kindsOf(text, found, runs, cues)
  const sentences = found.map((sentence, index) => {
    const kind = kinds[index] ?? 'claim'
    const context = { quoted, markers, kind, notes: sentence.markers.length }
    const { confidence, attribution, checkworthy } = cues ? assess(text, sentence, context) : unassessed(kind)
    return { ...sentenceOf(sentence, kind), confidence, attribution, checkworthy }
  })
  return cues ? { sentences } : { sentences, language, warnings: languageWarnings(language) }
}

const markersOf = (text: string): Marker[] =>
  writtenMarkersIn(text).map((span) => ({
    ...span,
    label: text.slice(span.start + 1, span.end - 1),
    note: null,
  }))

function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const { 0: gap, index } of text.matchAll(/\r?\n[^\S\n]*\n\s*/g)) {
    if (index > start) blocks.push({ kind: 'paragraph', start, end: index })
    start = index + gap.length
  }
  if (start < text.length) blocks.push({ kind: 'paragraph', start, end: text.length })
  return blocks
}
