import type { FlowBlock } from '../flow.ts'

/** Blocks among which a text's own title stands. */
const FRONT = 3

/** A heading of the first level counts as the title where it opens the text. */
export const firstHeading = (blocks: readonly FlowBlock[]): string | null =>
  blocks
    .slice(0, FRONT)
    .find((block) => block.kind === 'heading' && block.level === 1)
    ?.text.replaceAll('\ufffc', '') ?? null
