import type { FlowBlock } from '../flow.ts'

/** Puts the start of page 1 before the first block of a text that has page starts. */
export function withFirstPage(blocks: readonly FlowBlock[], number = 1): readonly FlowBlock[] {
  const [first, ...rest] = blocks
  if (!first || first.marks.some((mark) => mark.kind === 'page' && mark.start === 0)) return blocks
  return [{ ...first, marks: [{ kind: 'page', number, start: 0, end: 0 }, ...first.marks] }, ...rest]
}
