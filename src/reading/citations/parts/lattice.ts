import { LABELS } from './labels.ts'

const L = LABELS.length
const NONE = new Float64Array(L * L)

/**
 * A row of words, each with a score for every label, and a matrix of scores for each step from one word to the next:
 * a linear chain (Lafferty, McCallum and Pereira 2001). `emissions[t·L + y]`; `steps[t]` is the matrix (L × L, row =
 * the label before) from word t to t + 1.
 */
export interface Lattice {
  readonly length: number
  readonly emissions: Float64Array
  readonly steps: readonly Float64Array[]
}

/**
 * The best row of labels (Viterbi); of equal ones the first. `spreads[t]`: that of `steps[t]`, where it is known, so that
 * labels that cannot be on the best way any more are not tried.
 */
export function bestPath({ length, emissions, steps }: Lattice, spreads: readonly number[] = []): number[] {
  const from = new Uint8Array(length * L)
  const best = emissions.slice()
  const near = new Uint8Array(L)
  for (let t = 1; t < length; t++) {
    const step = steps[t - 1] ?? NONE
    const [before, here] = [(t - 1) * L, t * L]
    const nearby = setNear(near, best, before, Math.min(BEAM, spreads[t - 1] ?? BEAM))
    for (let y = 0; y < L; y++) {
      let top = -Infinity
      for (let i = 0; i < nearby; i++) {
        const x = near[i] ?? 0
        const score = (best[before + x] ?? 0) + (step[x * L + y] ?? 0)
        if (score <= top) continue
        top = score
        from[here + y] = x
      }
      best[here + y] = top + (emissions[here + y] ?? 0)
    }
  }
  const last = best.subarray((length - 1) * L)
  return backFrom(last.indexOf(largest(last, 0)), from, length)
}

/** How far the scores that lead from different labels to the same one lie apart at most in a matrix. */
export function spreadOf(step: Float64Array): number {
  let spread = 0
  for (let y = 0; y < L; y++) {
    const scores = step.filter((_, i) => i % L === y)
    spread = Math.max(spread, Math.max(...scores) - Math.min(...scores))
  }
  return spread
}

/** Lists the labels whose score at the word that begins at `at` lies no more than `reach` behind the best; gives their number. */
function setNear(near: Uint8Array, scores: Float64Array, at: number, reach: number): number {
  const least = largest(scores, at) - reach - ROUNDING
  let count = 0
  for (let x = 0; x < L; x++) if ((scores[at + x] ?? 0) >= least) near[count++] = x
  return count
}

/** More than what is lost where scores are added up. */
const ROUNDING = 1e-9

/** A row of labels that lies so far behind the best one at a word (natural logarithm) does not catch up. */
const BEAM = 25

function largest(scores: Float64Array, at: number): number {
  let top = -Infinity
  for (let y = 0; y < L; y++) top = Math.max(top, scores[at + y] ?? 0)
  return top
}

function backFrom(last: number, from: Uint8Array, length: number): number[] {
  const path = new Array<number>(length).fill(last)
  for (let t = length - 1; t > 0; t--) path[t - 1] = from[t * L + (path[t] ?? 0)] ?? 0
  return path
}

/**
 * The best row of labels in which none of `once` comes back after it has been left: an author list and a title stand in one
 * place. The labels left so far are part of the state, one bit each.
 */
export function bestPathOnce({ length, emissions, steps }: Lattice, once: readonly number[]): number[] {
  const states = L << once.length
  const from = new Int16Array(length * states)
  let best = new Float64Array(states).fill(-Infinity)
  best.set(emissions.subarray(0, L))
  for (let t = 1; t < length; t++) {
    const step = steps[t - 1] ?? new Float64Array(L * L)
    const next = new Float64Array(states).fill(-Infinity)
    for (let state = 0; state < states; state++) {
      if (best[state] === -Infinity) continue
      const x = state % L
      for (let y = 0; y < L; y++) {
        const to = stateAfter(state, y, once)
        if (to < 0) continue
        const score = (best[state] ?? 0) + (step[x * L + y] ?? 0) + (emissions[t * L + y] ?? 0)
        if (score > (next[to] ?? 0)) {
          next[to] = score
          from[t * states + to] = state
        }
      }
    }
    best = next
  }
  let state = best.indexOf(best.reduce((top, score) => Math.max(top, score), -Infinity))
  const path = new Array<number>(length).fill(0)
  for (let t = length - 1; t >= 0; t--) {
    path[t] = state % L
    state = from[t * states + state] ?? 0
  }
  return path
}

/** -1 where label `y` may not follow. */
function stateAfter(state: number, y: number, once: readonly number[]): number {
  const x = state % L
  const left = Math.floor(state / L)
  const bit = once.indexOf(y)
  if (x === y) return state
  if (bit >= 0 && left & (1 << bit)) return -1
  const leaving = once.indexOf(x)
  return (leaving < 0 ? left : left | (1 << leaving)) * L + y
}

/** Forward and backward sums, each word's scaled to add up to 1; with them every probability is a product and a division. */
export interface Sums {
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** Natural logarithm of the sum over all rows of labels. */
  readonly logSum: number
}

/** `expSteps`: the matrices of the lattice with each score raised to the power of e. */
export function sumsOf({ length, emissions }: Lattice, expSteps: readonly Float64Array[]): Sums {
  const { potentials, logScale } = potentialsOf(emissions, length)
  const forward = new Float64Array(length * L)
  const backward = new Float64Array(length * L).fill(1)
  let logSum = logScale
  for (let y = 0; y < L; y++) forward[y] = potentials[y] ?? 0
  logSum += Math.log(scaleRow(forward, 0))
  for (let t = 1; t < length; t++) {
    setForward(forward, potentials, expSteps[t - 1] ?? NONE, t)
    logSum += Math.log(scaleRow(forward, t))
  }
  const weights = new Float64Array(L)
  for (let t = length - 2; t >= 0; t--) {
    const after = (t + 1) * L
    for (let y = 0; y < L; y++) weights[y] = (potentials[after + y] ?? 0) * (backward[after + y] ?? 0)
    setBackward(backward, forward, weights, expSteps[t] ?? NONE, t)
    scaleRow(backward, t)
  }
  return { forward, backward, logSum }
}

/** What comes to each label of word t from every label of the word before. */
function setForward(forward: Float64Array, potentials: Float64Array, step: Float64Array, t: number): void {
  const [before, here] = [(t - 1) * L, t * L]
  for (let y = 0; y < L; y++) {
    let sum = 0
    for (let x = 0, i = y; x < L; x++, i += L) sum += (forward[before + x] ?? 0) * (step[i] ?? 0)
    forward[here + y] = sum * (potentials[here + y] ?? 0)
  }
}

/** What goes on from each label of word t to the next word's `weights`; labels that cannot be reached there get 0. */
function setBackward(
  backward: Float64Array,
  forward: Float64Array,
  weights: Float64Array,
  step: Float64Array,
  t: number,
): void {
  for (let x = 0, i = 0; x < L; x++, i += L) {
    let sum = 0
    if ((forward[t * L + x] ?? 0) >= LEAST)
      for (let y = 0; y < L; y++) sum += (step[i + y] ?? 0) * (weights[y] ?? 0)
    backward[t * L + x] = sum
  }
}

/** A label less probable than this leaves no trace in any sum. */
const LEAST = 1e-9

/** The probability of each label at each word, `[t·L + y]`. */
export function probabilitiesOf({ forward, backward }: Sums, length: number): Float64Array {
  const both = new Float64Array(length * L)
  for (let i = 0; i < both.length; i++) both[i] = (forward[i] ?? 0) * (backward[i] ?? 0)
  for (let t = 0; t < length; t++) scaleRow(both, t)
  return both
}

/** e to the power of each score, each word's largest being 1, those far behind it 0. */
export function potentialsOf(
  emissions: Float64Array,
  length: number,
): { potentials: Float64Array; logScale: number } {
  const potentials = new Float64Array(length * L)
  let logScale = 0
  for (let t = 0; t < length; t++) {
    let top = -Infinity
    for (let y = 0; y < L; y++) top = Math.max(top, emissions[t * L + y] ?? 0)
    for (let y = 0; y < L; y++) {
      const behind = (emissions[t * L + y] ?? 0) - top
      potentials[t * L + y] = behind < -BEAM ? 0 : Math.exp(behind)
    }
    logScale += top
  }
  return { potentials, logScale }
}

function scaleRow(values: Float64Array, t: number): number {
  let sum = 0
  for (let y = 0; y < L; y++) sum += values[t * L + y] ?? 0
  for (let y = 0; y < L; y++) values[t * L + y] = (values[t * L + y] ?? 0) / sum
  return sum
}
