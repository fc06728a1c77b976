import type { LinkedCall } from './flow.ts'

/** The calls of each block, in order of their place. */
export class CallsByBlock {
  private readonly byBlock = new Map<string, LinkedCall[]>()

  constructor(calls: readonly LinkedCall[]) {
    for (const call of calls) {
      const key = keyOf(call.block, call.inNote)
      const list = this.byBlock.get(key)
      if (list) list.push(call)
      else this.byBlock.set(key, [call])
    }
    for (const list of this.byBlock.values()) list.sort((a, b) => a.start - b.start || a.end - b.end)
  }

  /** Those in a block of the body or, with `note`, of a note. Both count from 0. */
  in(block: number, note?: number): readonly LinkedCall[] {
    return this.byBlock.get(keyOf(block, note)) ?? NONE
  }
}

const NONE: readonly LinkedCall[] = []

const keyOf = (block: number, note?: number): string => (note === undefined ? `${block}` : `${note}/${block}`)
