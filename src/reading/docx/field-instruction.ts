import { cslItems } from '../office/csl-items.ts'
import type { CslItem } from '../document.ts'

/** What a field is for, as far as reading cares. */
export type FieldUse =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'citation'; readonly items: readonly CslItem[] }
  /** EndNote's own XML, in the instruction or (empty) in the field's data. */
  | { readonly kind: 'endnote-xml'; readonly xml: string }
  /** Word's own citations, by the tags of their sources. */
  | { readonly kind: 'word-sources'; readonly tags: readonly string[] }
  /** A second call of a note that the bookmark names. */
  | { readonly kind: 'note-again'; readonly bookmark: string }
  | { readonly kind: 'contents' | 'bibliography' | 'equation' | 'plain' }

/** Characters of an instruction that are looked at where it holds no data. */
const HEAD = 2000

/** Reads a field's instruction (ECMA-376, 17.16.5; managers of references add their own behind ADDIN). */
export function fieldUse(instruction: string): FieldUse {
  const head = instruction.slice(0, HEAD).trim()
  const word = /^[^\s"\\]{1,40}/.exec(head)?.[0].toUpperCase() ?? ''
  switch (word) {
    case 'ADDIN':
      return addInUse(head, instruction)
    case 'HYPERLINK':
      return linkUse(head)
    case 'NOTEREF':
    case 'FTNREF':
      return /\\f\b/i.test(head) ? { kind: 'note-again', bookmark: argument(head) } : { kind: 'plain' }
    case 'CITATION':
      return { kind: 'word-sources', tags: sourceTags(head) }
    case 'BIBLIOGRAPHY':
      return { kind: 'bibliography' }
    case 'TOC':
      return { kind: 'contents' }
    case 'EQ':
      return { kind: 'equation' }
    default:
      return { kind: 'plain' }
  }
}

function addInUse(head: string, instruction: string): FieldUse {
  if (/^ADDIN\s+(?:ZOTERO_ITEM|ZOTERO_TEMP|CSL_CITATION|Mendeley Citation)/i.test(head)) {
    const json = instruction.slice(instruction.indexOf('{'), instruction.lastIndexOf('}') + 1)
    const items = cslItems(json)
    return items ? { kind: 'citation', items } : { kind: 'plain' }
  }
  if (/^ADDIN\s+EN\.CITE\b(?!\.DATA)/i.test(head)) {
    const start = instruction.indexOf('<EndNote>')
    return { kind: 'endnote-xml', xml: start < 0 ? '' : instruction.slice(start) }
  }
  if (/^ADDIN\s+(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography|CSL_BIBLIOGRAPHY)/i.test(head))
    return { kind: 'bibliography' }
  return { kind: 'plain' }
}

/** `HYPERLINK "address" \l "place in it"`; without an address the place is in this file. */
function linkUse(head: string): FieldUse {
  const place = /\\l\s+(?:"([^"]*)"|(\S+))/i.exec(head)
  const anchor = place?.[1] ?? place?.[2]
  const address = argument(head.replace(place?.[0] ?? '', ' '))
  const href = address + (anchor === undefined ? '' : `#${anchor}`)
  return href === '' ? { kind: 'plain' } : { kind: 'link', href }
}

/** The first argument of an instruction, quoted or not; '' when only switches follow. */
function argument(head: string): string {
  const match = /^\S+\s+(?:"([^"]*)"|([^\s\\"]\S*))/.exec(head)
  return match?.[1] ?? match?.[2] ?? ''
}

function sourceTags(head: string): string[] {
  const more = [...head.matchAll(/\\m\s+(?:"([^"]*)"|(\S+))/gi)].map((match) => match[1] ?? match[2] ?? '')
  return [argument(head), ...more].filter((tag) => tag !== '')
}
