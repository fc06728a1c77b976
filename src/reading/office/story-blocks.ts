import type { FlowBlock } from '../flow.ts'

/** The blocks of a story (the text, a note, a comment). Those of boxes follow the paragraph that holds the box. */
export class StoryBlocks {
  readonly all: FlowBlock[] = []
  private boxed: FlowBlock[] = []

  add(block: FlowBlock): void {
    this.all.push(block)
  }

  /** Adds a block of a box, which waits until the paragraph around the box has ended. */
  addBoxed(block: FlowBlock): void {
    this.boxed.push(block)
  }

  /** Adds the blocks of boxes that wait. */
  release(): void {
    if (this.boxed.length === 0) return
    for (const block of this.boxed) this.all.push(block)
    this.boxed = []
  }

  /** Takes what stands from a block on out of its table: one of a single cell is a frame around its text. */
  unframe(start: number): void {
    for (let i = start; i < this.all.length; i++) {
      const block = this.all[i]
      if (block?.kind === 'table-cell') this.all[i] = { ...block, kind: 'paragraph' }
    }
  }
}
