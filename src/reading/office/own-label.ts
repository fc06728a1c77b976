import type { FlowBlock } from '../flow.ts'

/** A note's first block without the sign that the writer typed before its words. */
export function withoutOwnLabel(block: FlowBlock, label: string): FlowBlock {
  if (label === '' || !block.text.startsWith(label) || block.text.length === label.length) return block
  let cut = label.length
  if (block.text[cut] === ' ') cut++
  const marks = block.marks.flatMap((mark) => {
    const [start, end] = [Math.max(0, mark.start - cut), Math.max(0, mark.end - cut)]
    return end > start || mark.kind === 'anchor' ? [{ ...mark, start, end }] : []
  })
  return { ...block, text: block.text.slice(cut), marks }
}
