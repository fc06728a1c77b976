import { cslItems } from '../office/csl-items.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import type { FieldUse } from './field-instruction.ts'

/** Mendeley's newer program writes its citations into the tag of a content control: a version, then base64 of its JSON. */
const MENDELEY = /^MENDELEY_CITATION_v\d+_([A-Za-z0-9+/=]+)$/

/** Reads the `w:sdtPr` that the cursor stands on, to its end: what the content control is for, null where it only groups. */
export function readControl(cursor: XmlCursor): FieldUse | null {
  const depth = cursor.depth
  let use: FieldUse | null = null
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:bibliography') use = { kind: 'bibliography' }
    else if (cursor.name === 'w:docPartGallery' && cursor.attribute('w:val') === 'Table of Contents')
      use = { kind: 'contents' }
    else if (cursor.name === 'w:tag') use ??= useOfTag(cursor.attribute('w:val') ?? '')
  }
  return use
}

function useOfTag(tag: string): FieldUse | null {
  if (tag === 'MENDELEY_BIBLIOGRAPHY') return { kind: 'bibliography' }
  const base64 = MENDELEY.exec(tag)?.[1]
  const items = base64 === undefined ? null : cslItems(Buffer.from(base64, 'base64').toString('utf8'))
  return items && { kind: 'citation', items }
}
