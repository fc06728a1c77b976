import type { Block } from '../../reading/document.ts'
import type { Span } from '../../text/span.ts'

/** A stretch of the text that gets an element of its own. `block` is null for text that no block holds. */
export interface BlockFrame extends Span {
  readonly block: Block | null
  /** Index of the block; of the next one, for text between blocks. */
  readonly index: number
}

/** `group`: the opening tag of the element that neighbours of the same kind share, '' for none. */
export interface FrameTags {
  readonly group: string
  readonly open: string
  readonly close: string
}

const LIST = '<ul class="list">'
const QUOTATION = '<blockquote>'
const NOTES = '<section class="notes" id="notes" aria-label="Notes">'

/** The tags around a frame. Each block's id is `b` and its index; a note's is `note-` and its place among the blocks. */
export function openingOfBlock({ block, index }: BlockFrame): FrameTags {
  if (block === null) return element('p', ' class="no-block"', '')
  const id = ` id="b${index}"`
  switch (block.kind) {
    case 'heading':
      return element(`h${Math.min((block.level ?? 1) + 1, 6)}`, id, '')
    case 'list-item':
      return element('li', `${id} class="level-${Math.min(block.level ?? 1, 6)}"`, LIST)
    case 'quotation':
      return element('p', id, QUOTATION)
    case 'caption':
      return element('p', `${id} class="caption"`, '')
    case 'table-cell':
      return element('p', `${id} class="cell"`, '')
    case 'note':
      return element('p', `${id} class="note" tabindex="-1"`, NOTES)
    case 'paragraph':
      return element('p', id, '')
  }
}

const element = (name: string, attributes: string, group: string): FrameTags => ({
  group,
  open: `<${name} dir="auto"${attributes}>`,
  close: `</${name}>`,
})
