import type { Block, BlockKind, Marker } from '../../../src/reading/document.ts'
import type { LaidOut } from '../../../src/reading/claims/laid-out.ts'

const KINDS: Readonly<Record<string, BlockKind>> = {
  '#': 'heading',
  '!': 'caption',
  '>': 'quotation',
  '-': 'list-item',
  '|': 'table-cell',
  '^': 'note',
}

/** A reading of blocks given as text. A first character names the kind of all but paragraphs; `[label]` is a marker. */
export function layOut(...blocks: readonly string[]): LaidOut {
  const laid: Block[] = []
  let text = ''
  for (const block of blocks) {
    const kind = KINDS[block.charAt(0)]
    const words = kind ? block.slice(1).trim() : block
    if (text !== '') text += '\n\n'
    laid.push({ kind: kind ?? 'paragraph', start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, blocks: laid, notes: [], markers: markersOf(text) }
}

const markersOf = (text: string): Marker[] =>
  Array.from(text.matchAll(/\[(\d+)\]/g), ({ 0: mark, 1: label = '', index }) => ({
    label,
    start: index,
    end: index + mark.length,
    note: null,
  }))
