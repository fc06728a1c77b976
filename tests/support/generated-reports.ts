import fc from 'fast-check'

/** A generated report: paragraphs of sentences, some with markers, and notes to some of these. */
export interface GeneratedReport {
  readonly paragraphs: readonly (readonly GeneratedSentence[])[]
  /** By label, from 1: the words of the note, null where it is missing. */
  readonly notes: readonly (string | null)[]
}

/** `marker`: the label of the note that it calls, from 1; null for none. */
export interface GeneratedSentence {
  readonly words: string
  readonly marker: number | null
}

const WORDS = [
  'harbour',
  'clerk',
  'ledger',
  'storm',
  'naïve',
  'Ærø',
  'größer',
  'reportedly',
  'signed',
  'the',
  'of',
  'letters',
  'mill',
  'möglich',
  'слово',
  'كلمة',
  '東京',
  '🚢',
  '“quoted”',
  '(aside)',
]

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 12 })
  .map((words) => `The ${words.join(' ')} stood.`)
const noteWords = fc
  .array(fc.constantFrom(...WORDS.slice(0, 14)), { minLength: 1, maxLength: 8 })
  .map((words) => `Archive of ${words.join(' ')}, 5 May 1987.`)

/** Markers count up from 1, in the order of the text; each note is there or missing. */
export const generatedReport: fc.Arbitrary<GeneratedReport> = fc
  .array(fc.array(fc.tuple(sentence, fc.boolean()), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((paragraphs) => {
    const calls = paragraphs.flat().filter(([, called]) => called).length
    return fc
      .array(fc.option(noteWords, { freq: 5 }), { minLength: calls, maxLength: calls })
      .map((notes) => ({ paragraphs: withMarkers(paragraphs), notes }))
  })

function withMarkers(paragraphs: readonly (readonly [string, boolean][])[]): GeneratedSentence[][] {
  let marker = 0
  return paragraphs.map((sentences) =>
    sentences.map(([words, called]) => ({ words, marker: called ? ++marker : null })),
  )
}
