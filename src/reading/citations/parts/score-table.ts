import { LABELS } from './labels.ts'

const L = LABELS.length
const indexes = new Map<string, number>(LABELS.map((label, i) => [label, i]))

/** Where a label's score stands in a row of scores. */
export const labelIndex = (label = ''): number => indexes.get(label) ?? 0

/** Rows of scores by the name of a feature; most of a model are never asked for, so each is made when it first is. */
export class ScoreTable {
  private readonly listed: ReadonlyMap<string, string>
  private readonly made = new Map<string, Float64Array>()

  /** `read` makes the scores of what stands in `listed`. */
  constructor(
    listed: Readonly<Record<string, string>>,
    private readonly read: (listed: string) => Float64Array,
  ) {
    this.listed = new Map(Object.entries(listed))
  }

  get(name: string): Float64Array | undefined {
    const made = this.made.get(name)
    if (made !== undefined) return made
    const listed = this.listed.get(name)
    if (listed === undefined) return undefined
    const scores = this.read(listed)
    this.made.set(name, scores)
    return scores
  }
}

/** "author 0.3 title -1.2": one score per label. */
export function readScores(listed: string): Float64Array {
  const scores = new Float64Array(L)
  setScores(scores, 0, listed)
  return scores
}

/** "-1: author 0.3; 0: title -1.2": one row of scores after another for each of `offsets`. */
export function readRows(listed: string, offsets: readonly number[]): Float64Array {
  const scores = new Float64Array(offsets.length * L)
  for (const row of listed.split('; ')) {
    const colon = row.indexOf(': ')
    setScores(scores, offsets.indexOf(Number(row.slice(0, colon))) * L, row.slice(colon + 2))
  }
  return scores
}

function setScores(scores: Float64Array, at: number, listed: string): void {
  const words = listed.split(' ')
  for (let i = 0; i + 1 < words.length; i += 2) scores[at + labelIndex(words[i])] = Number(words[i + 1])
}
