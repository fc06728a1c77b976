import { LABELS } from '../../../src/reading/citations/parts/labels.ts'
import {
  probabilitiesOf,
  potentialsOf,
  sumsOf,
  type Lattice,
} from '../../../src/reading/citations/parts/lattice.ts'
import {
  JOINTS,
  jointsOf,
  pairFeatures,
  pairOf,
  wordKind,
} from '../../../src/reading/citations/parts/pairs.ts'
import { stateFeatures, statesOf } from '../../../src/reading/citations/parts/states.ts'
import {
  CLOSING,
  OFFSETS,
  OPENING,
  wordFeatures,
} from '../../../src/reading/citations/parts/word-features.ts'
import { factsOf } from '../../../src/reading/citations/parts/word-facts.ts'
import { wordsOf } from '../../../src/reading/citations/parts/words.ts'
import { folds } from '../measures.ts'
import { textOf, type LabelledReference } from './corpus.ts'

const L = LABELS.length

/**
 * Trains the linear chain by stochastic gradient (AdaGrad) on the log-likelihood. `ridge`: weight of the squares (L2), at every
 * example; `sparse`: weight of the sizes (L1), once an epoch, so that most features end at 0. Deterministic.
 */
export interface ChainSettings {
  readonly epochs: number
  readonly rate: number
  readonly ridge: number
  readonly sparse: number
  /** A feature seen less often is left out. */
  readonly least: number
}

export const SETTINGS: ChainSettings = { epochs: 24, rate: 0.06, ridge: 0.00005, sparse: 0.1, least: 2 }

export interface Chain {
  readonly features: ReadonlyMap<string, Float64Array>
  /** `[joint][before · L + after]` */
  readonly steps: readonly Float64Array[]
}

interface Example {
  readonly features: readonly Int32Array[]
  readonly joints: readonly number[]
  readonly labels: readonly number[]
}

/** All features of each word of a text, in the order in which the running program adds them up. */
export function featuresOf(text: string): { features: string[][]; joints: number[] } {
  const words = wordsOf(text).map((word) => word.text)
  const facts = words.map(factsOf)
  const states = statesOf(facts)
  const at = (i: number): string => words[i] ?? (i < 0 ? OPENING : CLOSING)
  const kind = (i: number): number => wordKind(factsOf(at(i)))
  const features = words.map((_, i) => [
    ...OFFSETS.flatMap((offset) => wordFeatures(at(i + offset), offset)),
    ...pairFeatures(pairOf(kind(i - 1), kind(i)), 0),
    ...pairFeatures(pairOf(kind(i), kind(i + 1)), 1),
    ...stateFeatures(states[i]!),
  ])
  return { features, joints: jointsOf(facts) }
}

export function trainChain(references: readonly LabelledReference[], settings = SETTINGS): Chain {
  const { names, examples } = indexed(references, settings.least)
  const weights = new Float64Array(names.length * L)
  const steps = Array.from({ length: JOINTS }, () => new Float64Array(L * L))
  const squares = new Float64Array(weights.length).fill(1e-6)
  const stepSquares = steps.map(() => new Float64Array(L * L).fill(1e-6))
  const mean = new Float64Array(weights.length)
  const meanSteps = steps.map(() => new Float64Array(L * L))
  const order = folds(examples.length, 1)[0]!
  const averaged = Math.ceil(settings.epochs / 2)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const i of order) {
      const example = examples[i]!
      if (example.labels.length > 0) learn(example, { weights, steps, squares, stepSquares }, settings)
    }
    shrink(weights, squares, settings.rate * settings.sparse)
    if (epoch < settings.epochs - averaged) continue
    addShare(mean, weights, 1 / averaged)
    meanSteps.forEach((step, joint) => addShare(step, steps[joint]!, 1 / averaged))
  }
  return {
    features: new Map(names.map((name, i) => [name, mean.slice(i * L, (i + 1) * L)])),
    steps: meanSteps,
  }
}

/** Draws every weight towards 0, the more the less it has been moved by. */
function shrink(weights: Float64Array, squares: Float64Array, by: number): void {
  for (let i = 0; i < weights.length; i++) {
    const left = Math.max(0, Math.abs(weights[i]!) - by / Math.sqrt(squares[i]!))
    weights[i] = Math.sign(weights[i]!) * left
  }
}

function addShare(sum: Float64Array, values: Float64Array, share: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += values[i]! * share
}

interface Learned {
  readonly weights: Float64Array
  readonly steps: readonly Float64Array[]
  readonly squares: Float64Array
  readonly stepSquares: readonly Float64Array[]
}

function learn(example: Example, learned: Learned, { rate, ridge }: ChainSettings): void {
  const { weights, steps, squares, stepSquares } = learned
  const length = example.labels.length
  const emissions = new Float64Array(length * L)
  example.features.forEach((ids, t) => {
    for (const id of ids) for (let y = 0; y < L; y++) emissions[t * L + y]! += weights[id * L + y]!
  })
  const lattice: Lattice = { length, emissions, steps: example.joints.map((joint) => steps[joint]!) }
  const expSteps = lattice.steps.map((step) => step.map(Math.exp))
  const sums = sumsOf(lattice, expSteps)
  const probabilities = probabilitiesOf(sums, length)
  const update = (values: Float64Array, seen: Float64Array, i: number, error: number): void => {
    const gradient = error + ridge * values[i]!
    seen[i]! += gradient * gradient
    values[i]! -= (rate * gradient) / Math.sqrt(seen[i]!)
  }
  const { potentials } = potentialsOf(emissions, length)
  example.joints.forEach((joint, t) => {
    const edge = edgeProbabilities(sums, potentials, expSteps[t]!, t)
    edge[example.labels[t]! * L + example.labels[t + 1]!]! -= 1
    for (let i = 0; i < edge.length; i++) update(steps[joint]!, stepSquares[joint]!, i, edge[i]!)
  })
  example.features.forEach((ids, t) => {
    for (let y = 0; y < L; y++) {
      const error = probabilities[t * L + y]! - (example.labels[t] === y ? 1 : 0)
      if (Math.abs(error) < 1e-4) continue
      for (const id of ids) update(weights, squares, id * L + y, error)
    }
  })
}

function edgeProbabilities(
  { forward, backward }: ReturnType<typeof sumsOf>,
  potentials: Float64Array,
  step: Float64Array,
  t: number,
): Float64Array {
  const edge = new Float64Array(L * L)
  let sum = 0
  for (let x = 0; x < L; x++)
    for (let y = 0; y < L; y++) {
      const value =
        forward[t * L + x]! * step[x * L + y]! * potentials[(t + 1) * L + y]! * backward[(t + 1) * L + y]!
      edge[x * L + y] = value
      sum += value
    }
  return edge.map((value) => value / sum)
}

function indexed(
  references: readonly LabelledReference[],
  least: number,
): { names: string[]; examples: Example[] } {
  const rows = references.map((reference) => ({
    ...featuresOf(textOf(reference)),
    labels: labelsOf(reference),
  }))
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const features of row.features)
      for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= least).map(([name]) => name)
  const ids = new Map(names.map((name, i) => [name, i]))
  const examples = rows.map(({ features, joints, labels }) => ({
    joints,
    labels,
    features: features.map((row) => Int32Array.from(row.flatMap((name) => ids.get(name) ?? []))),
  }))
  return { names, examples }
}

const labelsOf = (reference: LabelledReference): number[] =>
  reference.flatMap(({ label, text }) => wordsOf(text).map(() => LABELS.indexOf(label)))
