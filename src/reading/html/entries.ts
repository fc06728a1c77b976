import type { ContainerLog } from './container-log.ts'

interface Entry {
  readonly start: number
  readonly ids: string[]
  defined: boolean
}

/** Keeps the terms of definition lists together with their definitions, each pair as one item. */
export class Entries {
  private readonly lists: (Entry | null)[] = []

  private readonly log: ContainerLog

  constructor(log: ContainerLog) {
    this.log = log
  }

  openList(): void {
    this.lists.push(null)
  }

  closeList(end: number): void {
    this.finish(end)
    this.lists.pop()
  }

  /** A term begins: a new entry, unless it is another term for the same definition. */
  term(ids: readonly string[], at: number): void {
    const entry = this.lists.at(-1)
    if (entry === undefined) return
    if (entry && !entry.defined) entry.ids.push(...ids)
    else this.begin(ids, at, false)
  }

  definition(ids: readonly string[], at: number): void {
    const entry = this.lists.at(-1)
    if (entry === undefined) return
    if (entry === null) this.begin(ids, at, true)
    else {
      entry.ids.push(...ids)
      entry.defined = true
    }
  }

  private begin(ids: readonly string[], at: number, defined: boolean): void {
    this.finish(at)
    this.lists[this.lists.length - 1] = { start: at, ids: [...ids], defined }
  }

  private finish(end: number): void {
    const entry = this.lists.at(-1)
    if (entry) this.log.close({ start: entry.start, ids: entry.ids, notes: null, item: true }, end)
  }
}
