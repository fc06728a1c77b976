import { itemLabel, startOf, type ListStyle } from './list-styles.ts'

/** What a list says of itself. `goesOn`: it counts on from the last list of its style, or from the one with the id `after`. */
export interface NewList {
  readonly name: string | null
  readonly id: string | null
  readonly goesOn: boolean
  readonly after: string | null
}

interface OpenList {
  readonly style: ListStyle | undefined
  readonly name: string | null
  readonly id: string | null
  readonly counts: number[]
  /** The number of the item that is open, until its first paragraph has taken it. */
  label: string | null
}

/** The lists that are open around a place, and the counts of those that may go on later. */
export class Lists {
  private readonly open: OpenList[] = []
  private readonly counts = new Map<string, number>()
  private readonly byId = new Map<string, number>()

  /** From 1; 0 outside of lists. */
  get level(): number {
    return this.open.length
  }

  /** Begins a list. A list inside another has the style of that one where it names none. */
  begin({ name, id, goesOn, after }: NewList, styles: ReadonlyMap<string, ListStyle>): void {
    const around = this.open.at(-1)
    const used = name ?? around?.name ?? null
    const style = used === null ? undefined : styles.get(used)
    const first = startOf(style, this.open.length + 1) - 1
    const before =
      after === null ? (goesOn && used !== null ? this.counts.get(used) : undefined) : this.byId.get(after)
    this.open.push({
      style,
      name: used,
      id,
      counts: [...(around?.counts ?? []), before ?? first],
      label: null,
    })
  }

  item(start: number | null): void {
    const list = this.open.at(-1)
    if (!list) return
    const last = list.counts.length - 1
    list.counts[last] = start ?? (list.counts[last] ?? 0) + 1
    list.label = itemLabel(list.style, list.counts)
  }

  end(): void {
    const list = this.open.pop()
    const count = list?.counts.at(-1)
    if (!list || count === undefined) return
    if (this.open.length === 0 && list.name !== null) this.counts.set(list.name, count)
    if (list.id !== null) this.byId.set(list.id, count)
  }

  /** The number of the item that begins here, null behind its first paragraph and for bullets. */
  takeLabel(): string | null {
    const list = this.open.at(-1)
    const label = list?.label ?? null
    if (list) list.label = null
    return label
  }
}
