import type { LaidOut } from '../claims/laid-out.ts'
import type { Block } from '../document.ts'
import type { Layer } from './layer.ts'

/**
 * Some blocks of a layer as the reading of claims takes them. Where a block was joined of two, the blank line between them
 * is two spaces here: it ends no sentence any more. Every offset stays what it was.
 */
export function laidOut({ text, notes, markers }: Layer, blocks: readonly Block[]): LaidOut {
  return { text: withoutGaps(text, blocks), blocks, notes, markers }
}

function withoutGaps(text: string, blocks: readonly Block[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { kind, start, end } of blocks) {
    if (kind === 'note') continue
    const words = text.slice(start, end)
    if (!words.includes('\n\n')) continue
    pieces.push(text.slice(from, start), words.replaceAll('\n\n', '  '))
    from = end
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from)
}
