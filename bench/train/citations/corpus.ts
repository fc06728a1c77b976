import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { LABELS, type PartLabel } from '../../../src/reading/citations/parts/labels.ts'
import { corpora } from '../corpora.ts'

/** A stretch of a labelled reference. */
export interface LabelledPart {
  readonly label: PartLabel
  readonly text: string
}

export type LabelledReference = readonly LabelledPart[]

const RENAMED: Readonly<Record<string, PartLabel>> = {
  journal: 'container',
  'container-title': 'container',
  translator: 'editor',
  'citation-number': 'number',
}

const labelOf = (element: string): PartLabel =>
  RENAMED[element] ?? LABELS.find((label) => label === element) ?? 'other'

/** The 1,514 references of the AnyStyle core set, each cut into its labelled parts in order. */
export function labelledReferences(): LabelledReference[] {
  const references: LabelledPart[][] = []
  const parser = new SaxesParser()
  let text = ''
  parser.on('opentag', ({ name }) => {
    if (name === 'sequence') references.push([])
    text = ''
  })
  parser.on('text', (piece) => (text += piece))
  parser.on('closetag', ({ name }) => {
    if (name === 'sequence' || name === 'dataset') return
    references.at(-1)?.push({ label: labelOf(name), text: text.replace(/\s+/g, ' ').trim() })
  })
  parser.write(readFileSync(join(corpora, 'citations/core.xml'), 'utf8')).close()
  return references.map((parts) => parts.filter((part) => part.text !== ''))
}

/** The reference as it was printed. */
export const textOf = (reference: LabelledReference): string => reference.map(({ text }) => text).join(' ')
