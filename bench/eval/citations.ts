import { readCitations } from '../../src/reading/citations/read-citations.ts'
import { modelOf } from '../../src/reading/citations/parts/part-model.ts'
import { PartReader } from '../../src/reading/citations/parts/part-reader.ts'
import { withModel } from '../../src/reading/citations/parts/reference.ts'
import type { CslItem } from '../../src/reading/document.ts'
import {
  labelledReferences,
  textOf,
  type LabelledPart,
  type LabelledReference,
} from '../train/citations/corpus.ts'
import { trainParts } from '../train/citations/weights.ts'
import { folds } from '../train/measures.ts'
import type { Figure } from './figure.ts'

const FOLDS = 4
const FIELDS = ['author', 'title', 'container', 'date', 'url', 'doi'] as const
type Field = (typeof FIELDS)[number]

/** Right answers, given answers and wanted answers. */
interface Counts {
  right: number
  given: number
  wanted: number
}

/** What one reference gives and what it should give, as words to compare. */
type Answers = readonly { readonly field: Field; readonly words: string }[]

/**
 * Parts of references that the weights were not trained on. A part is right only when all of its letters and digits are, and none
 * besides. `parts`: cut out of the reference. `as notes`: in the CSL-JSON of the note's citations, read as any other note.
 */
export function citationFigures(): Figure[] {
  const references = labelledReferences()
  const cut = newCounts()
  const words = newCounts()
  const cited = newCounts()
  for (const fold of folds(references.length, FOLDS)) {
    const held = new Set(fold)
    const model = modelOf(trainParts(references.filter((_, i) => !held.has(i))))
    const reader = new PartReader(model)
    for (const reference of fold.map((i) => references[i]!)) {
      const found = reader.read(textOf(reference))
      count(cut, answersOf(found), answersOf(merged(reference)))
      count(words, wordsOf(found), wordsOf(reference))
      count(
        cited,
        withModel(model, () => citedAnswers(textOf(reference))),
        goldAnswers(reference),
      )
    }
  }
  return [
    ...figuresOf('parts', cut, 'F1, cross-validated, whole parts'),
    ...figuresOf('words', words, 'F1, cross-validated, word by word'),
    ...figuresOf('as notes', cited, 'F1, cross-validated, in CSL-JSON'),
  ]
}

const newCounts = (): Record<Field, Counts> =>
  Object.fromEntries(FIELDS.map((field) => [field, { right: 0, given: 0, wanted: 0 }])) as Record<
    Field,
    Counts
  >

function count(counts: Record<Field, Counts>, given: Answers, wanted: Answers): void {
  const left = wanted.map(({ field, words }) => `${field} ${words}`)
  for (const { field } of wanted) counts[field].wanted++
  for (const { field, words } of given) {
    counts[field].given++
    const at = left.indexOf(`${field} ${words}`)
    if (at < 0) continue
    counts[field].right++
    left.splice(at, 1)
  }
}

const f1 = ({ right, given, wanted }: Counts): number => (2 * right) / Math.max(1, given + wanted)

function figuresOf(name: string, counts: Record<Field, Counts>, unit: string): Figure[] {
  const all = newCounts().author
  for (const one of Object.values(counts))
    for (const key of ['right', 'given', 'wanted'] as const) all[key] += one[key]
  const target = name === 'words' ? {} : { target: 0.85 }
  return [
    { name: `citations, ${name}`, value: f1(all), ...target, unit },
    ...FIELDS.map((field) => ({
      name: `citations, ${name}: ${field}`,
      value: f1(counts[field]),
      unit: `${counts[field].right} right of ${counts[field].given} given, ${counts[field].wanted} wanted`,
    })),
  ]
}

type Cut = readonly { readonly label: string; readonly text: string }[]

const isField = (label: string): label is Field => (FIELDS as readonly string[]).includes(label)

const answersOf = (parts: Cut): Answers =>
  parts.flatMap(({ label, text }) => (isField(label) ? [{ field: label, words: folded(text) }] : []))

const wordsOf = (parts: Cut): Answers =>
  parts.flatMap(({ label, text }) =>
    isField(label) ? text.split(/\s+/).map((word) => ({ field: label, words: folded(word) })) : [],
  )

/** Neighbouring parts with one label as one: journal and book are both containers. */
function merged(reference: LabelledReference): LabelledReference {
  const parts: LabelledPart[] = []
  for (const part of reference) {
    const last = parts.at(-1)
    if (last?.label === part.label) parts[parts.length - 1] = { ...last, text: `${last.text} ${part.text}` }
    else parts.push(part)
  }
  return parts
}

/** The fields of the labelled reference, as a careful reader would write them into CSL-JSON: the first of each. */
function goldAnswers(reference: LabelledReference): Answers {
  return FIELDS.flatMap((field) => {
    const text = merged(reference).find(({ label }) => label === field)?.text
    const words = text === undefined ? '' : goldWords(field, text)
    return words === '' ? [] : [{ field, words }]
  })
}

function goldWords(field: Field, text: string): string {
  if (field === 'author') return nameWords(text.replace(/\bet al\b.*|\b(?:and|und|et)\b|&/gi, ' '))
  if (field === 'container') return folded(text.replace(/^\W*(?:in|dans)\b:?/i, ''))
  if (field === 'date') return /(?:1[4-9]|20)\d\d/.exec(text)?.[0] ?? ''
  if (field === 'url') return folded(text.replace(/^[^h]*(?=http)/, ''))
  return field === 'doi' ? folded(/10\..*/.exec(text)?.[0] ?? '') : folded(text)
}

/** All citations of the note together: a reference that was torn into two gives too much. */
function citedAnswers(text: string): Answers {
  const { citations } = readCitations(text, { start: 0, end: text.length })
  return citations.flatMap(({ csl }) =>
    FIELDS.flatMap((field) => {
      const words = cslWords(field, csl)
      return words === '' ? [] : [{ field, words }]
    }),
  )
}

function cslWords(field: Field, csl: CslItem): string {
  if (field === 'author')
    return nameWords(
      (csl.author ?? [])
        .map(({ family, given, literal }) => literal ?? `${family ?? ''} ${given ?? ''}`)
        .join(' '),
    )
  if (field === 'date') return String(csl.issued?.['date-parts'][0]?.[0] ?? '')
  if (field === 'title') return folded(csl.title ?? '')
  if (field === 'container') return folded(csl['container-title'] ?? '')
  return folded((field === 'url' ? csl.URL : csl.DOI) ?? '')
}

/** The order of family and given name is a matter of style. */
const nameWords = (text: string): string =>
  (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .sort()
    .join(' ')

/** Letters and digits only. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\d]+/gu, '')
