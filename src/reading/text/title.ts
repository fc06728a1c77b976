import type { FlowBlock } from '../flow.ts'

/** Blocks at the front of a text among which its title is looked for. */
const FRONT = 20

/** A text's title: what a line `Title: …` says, else its first heading, else null. */
export function titleOf(blocks: readonly FlowBlock[]): string | null {
  const front = blocks.slice(0, FRONT)
  const said = front
    .map(({ text }) => /^Title:\s(.{2,300})$/.exec(text)?.[1])
    .find((title) => title !== undefined)
  return said ?? front.find(({ kind }) => kind === 'heading')?.text ?? null
}
