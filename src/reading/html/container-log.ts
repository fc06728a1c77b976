import type { NoteKind } from '../document.ts'
import type { FlowContainer } from '../flow.ts'

/** An element around blocks, while it is open. `start`: index of its first block. */
export interface OpenContainer {
  readonly start: number
  readonly ids: readonly string[]
  readonly notes: NoteKind | null
  readonly item: boolean
}

/** Notes down which blocks stand together in one element. */
export class ContainerLog {
  private readonly closed: FlowContainer[] = []

  /** Returns the ids of an element without blocks: nothing stands there that they could name. */
  close({ start, ids, notes, item }: OpenContainer, end: number): readonly string[] {
    if (end <= start) return ids
    if (ids.length === 0 && notes === null && !item) return []
    this.closed.push({ start, end, ids, ...(notes ? { notes } : {}), ...(item ? { item: true } : {}) })
    return []
  }

  /** All containers in the order of their start, the outer before the inner. */
  all(): readonly FlowContainer[] {
    return this.closed.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}
