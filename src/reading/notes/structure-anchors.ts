import type { Flow, FlowContainer } from '../flow.ts'

/** A place that links can lead to: an offset in a block, and the element around blocks that has the id, if one has. */
export interface AnchorPlace {
  readonly block: number
  readonly start: number
  readonly container: FlowContainer | null
}

/** Finds places by their ids. */
export class Anchors {
  private readonly places = new Map<string, AnchorPlace[]>()

  constructor({ blocks, containers = [] }: Flow) {
    for (const container of containers) {
      for (const id of container.ids) this.add(id, { block: container.start, start: 0, container })
    }
    blocks.forEach((block, index) => {
      for (const id of block.anchors ?? []) this.add(id, { block: index, start: 0, container: null })
      for (const mark of block.marks) {
        if (mark.kind === 'anchor') this.add(mark.id, { block: index, start: mark.start, container: null })
      }
    })
    for (const places of this.places.values()) places.sort((a, b) => a.block - b.block || a.start - b.start)
  }

  /**
   * The place a link in block `from` leads to, null when there is none. Where several pages were joined in one and an id
   * stands more than once, the next one after the link is meant, else the first.
   */
  find(id: string, from: number): AnchorPlace | null {
    const places = this.places.get(id) ?? this.places.get(`user-content-${id}`)
    if (!places) return null
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[middle]?.block ?? 0) < from) low = middle + 1
      else high = middle
    }
    return places[low] ?? places[0] ?? null
  }

  /** Every place with this id, in order. */
  all(id: string): readonly AnchorPlace[] {
    return this.places.get(id) ?? this.places.get(`user-content-${id}`) ?? []
  }

  private add(id: string, place: AnchorPlace): void {
    const places = this.places.get(id)
    if (places) places.push(place)
    else this.places.set(id, [place])
  }
}
