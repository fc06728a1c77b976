import type { Block, Marker, Note } from '../document.ts'

/** A reading without its sentences: what claims are found in. Spans are into `text`. */
export interface LaidOut {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly Pick<Note, 'label' | 'start' | 'end'>[]
  /** In order of their place. */
  readonly markers: readonly Marker[]
  /** Indexes of blocks that are contents lines, bylines or other apparatus: no claims, whatever they say. */
  readonly contents?: ReadonlySet<number>
}

/** What a block is to the claims: prose makes them, the others are listed and left alone. */
export type BlockPart = 'prose' | 'heading' | 'caption' | 'apparatus'

export function partOf(block: Block, index: number, laid: LaidOut): BlockPart {
  if (laid.contents?.has(index) === true || block.role !== undefined) return 'apparatus'
  return block.kind === 'heading' || block.kind === 'caption' ? block.kind : 'prose'
}
