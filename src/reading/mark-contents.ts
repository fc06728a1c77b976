import type { FlowBlock } from './flow.ts'
import { isContentsHeading } from './text/phrases.ts'

/** Longest line of a table of contents, in code units. */
const LONGEST_LINE = 320

/**
 * Gives the lines of a table of contents the role `contents`, in any format: what stands below its heading and is a
 * list item, repeats a later heading or ends in a page number.
 */
export function markContents(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const start = blocks.findIndex((block) => isContentsHeading(block.text))
  if (start < 0) return blocks
  const laterHeadings = lastHeadings(blocks)
  const marked = [...blocks]
  const listed = new Set<string>()
  for (let i = start + 1; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block || !belongsToContents(block, i, laterHeadings) || listed.has(wordsOf(block.text))) break
    listed.add(wordsOf(withoutPage(block.text)))
    marked[i] = {
      ...block,
      kind: 'list-item',
      level: block.kind === 'list-item' ? (block.level ?? 1) : 1,
      role: 'contents',
    }
  }
  return marked
}

/** Where each heading stands last, by its words. */
function lastHeadings(blocks: readonly FlowBlock[]): ReadonlyMap<string, number> {
  return new Map(
    blocks.flatMap((block, index) =>
      block.kind === 'heading' ? [[wordsOf(block.text), index] as const] : [],
    ),
  )
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function belongsToContents(block: FlowBlock, index: number, headings: ReadonlyMap<string, number>): boolean {
  if (block.role === 'contents') return true
  if (block.text.length > LONGEST_LINE || block.noteKey !== undefined) return false
  const repeatsLater = [block.text, withoutPage(block.text)].some(
    (text) => (headings.get(wordsOf(text)) ?? -1) > index,
  )
  if (block.kind === 'heading') return repeatsLater
  return repeatsLater || block.kind === 'list-item' || withoutPage(block.text) !== block.text
}

const withoutPage = (text: string): string => text.replace(/[\s.…]{1,200}\d{1,4}$/, '')
