import { compareDocuments } from '../../../src/reading/compare/compare-documents.ts'
import type { Comparison } from '../../../src/reading/compare/comparison.ts'
import type { ReadDocument, SourceType } from '../../../src/reading/document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'

export const read = (text: string, type: SourceType = 'text'): Promise<ReadDocument> =>
  readDocument(new TextEncoder().encode(text), { name: 'draft', type })

export async function compareTexts(
  old: string,
  next: string,
  type: SourceType = 'text',
): Promise<Comparison> {
  return compareDocuments(await read(old, type), await read(next, type))
}

/** Each passage as "status (changes): old words -> new words", whatever is unchanged left out. */
export const changesShown = ({ passages, added }: Comparison): string[] => [
  ...passages
    .filter(({ status, changes }) => status !== 'unchanged' || changes.length > 0)
    .map(({ old, status, new: next, changes }) =>
      [`${status} (${changes.join(', ')}): ${old.quote}`, ...(next ? [next.quote] : [])].join(' -> '),
    ),
  ...added.map(({ quote }) => `added: ${quote}`),
]
