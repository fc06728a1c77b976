import type { CslItem } from '../../document.ts'
import { cslFromParts } from './csl-from-parts.ts'
import type { PartLabel } from './labels.ts'
import { shippedModel, type PartModel } from './part-model.ts'
import { PartReader, type Part } from './part-reader.ts'

/** What makes a row of parts a reference beyond doubt. Shares are of its words, confidences the model's. */
const SURE = 0.8
const FEWEST_WORDS = 5
const MOST_LENGTH = 900

let shipped: PartReader | undefined

/** Lends the reading of references another model while `run` runs: for measuring on what it was not trained on. */
export function withModel<T>(model: PartModel, run: () => T): T {
  const before = shipped
  shipped = new PartReader(model)
  try {
    return run()
  } finally {
    shipped = before
  }
}

/**
 * Reads a scholarly reference in whatever style ("Nina Boer. Harbour dues. Journal of Ports, 3(1), 1–9, 2014."), or null where the
 * text is not surely one, and one alone.
 */
export function readParts(text: string): CslItem | null {
  if (text.length > MOST_LENGTH) return null
  shipped ??= new PartReader(shippedModel())
  const parts = shipped.read(text)
  return isReference(parts) ? cslFromParts(parts) : null
}

const evidence: ReadonlySet<PartLabel> = new Set([
  'container',
  'publisher',
  'location',
  'pages',
  'volume',
  'genre',
  'doi',
])

function isReference(parts: readonly Part[]): boolean {
  const lengths = parts.map(({ text }) => text.split(/\s+/).length)
  const words = sum(lengths)
  const sure = sum(parts.map(({ confidence }, i) => confidence * (lengths[i] ?? 0)))
  const rest = sum(parts.map(({ label }, i) => (label === 'other' ? (lengths[i] ?? 0) : 0)))
  const has = (label: PartLabel): boolean => parts.some((part) => part.label === label)
  return (
    words >= FEWEST_WORDS &&
    sure >= SURE * words &&
    rest * 3 <= words &&
    has('date') &&
    has('title') &&
    opensRight(parts) &&
    (has('author') || has('editor')) &&
    parts.some(({ label }) => evidence.has(label))
  )
}

/** A reference opens with its number, its authors or its title. */
const opensRight = ([first, second]: readonly Part[]): boolean => {
  const opening = first?.label === 'number' ? second?.label : first?.label
  return opening === 'author' || opening === 'title' || opening === 'editor'
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
