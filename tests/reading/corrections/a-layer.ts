import { readDocument } from '../../../src/reading/read-document.ts'
import type { Layer } from '../../../src/reading/corrections/layer.ts'
import type { Sentence } from '../../../src/reading/document.ts'

/** The layer of an invented text as it is read, with what its parts are found by. */
export async function aLayer(text: string): Promise<{
  readonly layer: Layer
  readonly sentences: readonly Sentence[]
  /** Where these words begin. */
  readonly at: (words: string) => number
}> {
  const read = await readDocument(Buffer.from(text), { name: 'invented.md' })
  const layer: Layer = {
    text: read.text,
    language: 'en',
    blocks: read.blocks,
    notes: read.notes.map(({ label, kind, start, end }, index) => ({ index, label, kind, start, end })),
    markers: read.markers.map((marker, index) => ({ ...marker, index })),
  }
  return { layer, sentences: read.sentences, at: (words) => read.text.indexOf(words) }
}

export const wordsOf = ({ text }: Layer, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end))
