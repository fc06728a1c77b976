export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 of predictions against the truth, item by item. */
export function scores(truth: readonly boolean[], predicted: readonly boolean[]): Scores {
  const count = (t: boolean, p: boolean): number =>
    truth.filter((x, i) => x === t && predicted[i] === p).length
  const [tp, fp, fn] = [count(true, true), count(false, true), count(true, false)]
  return {
    precision: tp / Math.max(1, tp + fp),
    recall: tp / Math.max(1, tp + fn),
    f1: tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn),
  }
}

/** Spearman's rank correlation; ties take their mean rank. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return pearson(ranks(a), ranks(b))
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((x, y) => x.value - y.value)
  const result = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && order[to]!.value === order[from]!.value) to++
    for (let k = from; k < to; k++) result[order[k]!.i] = (from + to - 1) / 2
    from = to
  }
  return result
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (xs: readonly number[]): number => xs.reduce((s, x) => s + x, 0) / xs.length
  const [ma, mb] = [mean(a), mean(b)]
  const product = (xs: readonly number[], mx: number, ys: readonly number[], my: number): number =>
    xs.reduce((s, x, i) => s + (x - mx) * (ys[i]! - my), 0)
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb) || 1)
}

/** A fixed shuffle of 0 … n − 1 dealt into folds, so that every run cuts the data alike. */
export function folds(n: number, count: number): number[][] {
  const order = Array.from({ length: n }, (_, i) => ({ i, key: mix(i) })).sort(
    (a, b) => a.key - b.key || a.i - b.i,
  )
  return Array.from({ length: count }, (_, f) => order.filter((_, at) => at % count === f).map(({ i }) => i))
}

/** Folds in which texts of the same letters and digits always stand together, however they are spaced or pointed. */
export function foldsByText(texts: readonly string[], count: number): number[][] {
  const result = Array.from({ length: count }, (): number[] => [])
  texts.forEach((text, i) => result[mix(hashOf(text)) % count]!.push(i))
  return result
}

/** FNV-1a of the letters and digits of a text, in small letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [])
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return hash
}

/** A number from 0 up to 1 that looks random for each index, and is the same on every run. */
export const chanceFor = (index: number): number => mix(index) / 2 ** 32

/** A number that looks random for each index (the finaliser of MurmurHash3). */
function mix(seed: number): number {
  let h = (seed + 0x9e3779b9) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
