import type { FlowWarning } from '../flow.ts'

/** What a reading can leave out, with the words for one and for several. */
const KINDS = {
  picture: ['A picture was left out', 'pictures were left out'],
  equation: ['An equation was left out', 'equations were left out'],
  chart: ['A chart was left out', 'charts were left out'],
  diagram: ['A diagram (SmartArt) was left out', 'diagrams (SmartArt) were left out'],
  'drawn-text': ['A drawing with words in it was left out', 'drawings with words in them were left out'],
  'embedded-object': ['An embedded object was left out', 'embedded objects were left out'],
  'embedded-file': [
    'A piece that stands in a file of its own was left out',
    'pieces that stand in files of their own were left out',
  ],
  'hidden-text': ['Hidden text was left out', 'pieces of hidden text were left out'],
  symbol: ['A symbol of a font of its own was left out', 'symbols of fonts of their own were left out'],
  field: ['A field that cannot be read was left out', 'fields that cannot be read were left out'],
} as const

export type LossKind = keyof typeof KINDS

/** With more places than this a kind of loss becomes one warning. */
const MOST_PLACES = 12

/** Counts what is left out, block by block. */
export class Losses {
  private readonly found = new Map<LossKind, Map<number | null, number>>()

  /** `block`: index into the flow's blocks, null where it is not known. */
  add(kind: LossKind, block: number | null): void {
    const blocks = this.found.get(kind) ?? new Map<number | null, number>()
    this.found.set(kind, blocks)
    blocks.set(block, (blocks.get(block) ?? 0) + 1)
  }

  /** One warning a block, or one for all where there are many. `count`: number of blocks of the flow. */
  warnings(count: number): FlowWarning[] {
    return [...this.found].flatMap(([kind, blocks]) => {
      if (blocks.size <= MOST_PLACES)
        return [...blocks].map(([block, times]) => warning(kind, times, block, count))
      const times = [...blocks.values()].reduce((sum, each) => sum + each, 0)
      return [warning(kind, times, [...blocks.keys()][0] ?? null, count)]
    })
  }
}

function warning(kind: LossKind, times: number, block: number | null, count: number): FlowWarning {
  const [one, several] = KINDS[kind]
  const message = times === 1 ? `${one}.` : `${times} ${several}.`
  return {
    rule: `${kind}-lost`,
    message,
    ...(count === 0 || block === null ? {} : { block: Math.min(block, count - 1) }),
  }
}
