import { writtenMarkersIn } from '../text/sentences.ts'
import { findSentences } from './claims/find-sentences.ts'
import { kindsOf } from './claims/kinds-of.ts'
import { assess } from './confidence/assess.ts'
import type { Attribution, Block, Checkworthiness, Confidence, Marker, Sentence } from './document.ts'
import { quotationsIn } from './quotations.ts'

/** A sentence with how sure it sounds, who is said to have said it and how worthwhile checking it is. */
export interface GradedSentence extends Sentence {
  readonly confidence: Confidence
  readonly attribution: Attribution | null
  readonly checkworthy: Checkworthiness
}

export interface Graded {
  readonly sentences: readonly GradedSentence[]
}

/**
 * Grades every sentence of a bare text. Paragraphs are divided by blank lines; a single line break inside prose is
 * white space. All spans are into `text`.
 */
export function gradeText(text: string): Graded {
  const blocks = paragraphsOf(text)
  const markers = markersOf(text)
  const found = findSentences({ text, blocks, notes: [], markers })
  const { runs, quoted } = quotationsIn(text, blocks)
  const kinds = kindsOf(text, found, runs)
  const sentences = found.map(({ start, end, markers: held }, index) => {
    const kind = kinds[index] ?? 'claim'
    const context = { quoted, markers, kind, notes: held.length }
    const { confidence, attribution, checkworthy } = assess(text, { start, end }, context)
    return { start, end, kind, confidence, attribution, checkworthy }
  })
  return { sentences }
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
