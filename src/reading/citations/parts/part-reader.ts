import type { Span } from '../../../text/span.ts'
import { Emissions } from './emissions.ts'
import { LABELS, type PartLabel } from './labels.ts'
import { bestPath, bestPathOnce, probabilitiesOf, spreadOf, sumsOf, type Lattice } from './lattice.ts'
import { jointsOf } from './pairs.ts'
import type { PartModel } from './part-model.ts'
import { wordsOf, type Word } from './words.ts'

/**
 * A stretch of a reference with what it is. `confidence`: the mean probability (0 to 1) that the model gives the label at its
 * words. It is what the model believes, not a share of right answers.
 */
export interface Part extends Span {
  readonly label: PartLabel
  readonly text: string
  readonly confidence: number
}

const L = LABELS.length
const FLAT = new Float64Array(L * L)
const ONCE = [LABELS.indexOf('author'), LABELS.indexOf('title')]
/** A longer text is no reference. */
export const MOST_WORDS = 150

/** Cuts references into their parts by a linear chain over their words. Keeps what it has worked out about single words. */
export class PartReader {
  private readonly emissions: Emissions
  private readonly expSteps: readonly Float64Array[]
  private readonly spreads: readonly number[]

  constructor(private readonly model: PartModel) {
    this.emissions = new Emissions(model)
    this.expSteps = model.steps.map((step) => step.map(Math.exp))
    this.spreads = model.steps.map(spreadOf)
  }

  /** The parts of `text` in order, every word in one of them; none for a text that is too long to be a reference. */
  read(text: string): Part[] {
    const words = wordsOf(text)
    if (words.length === 0 || words.length > MOST_WORDS) return []
    const seen = this.emissions.see(words)
    const joints = jointsOf(seen.map(({ facts }) => facts))
    const lattice: Lattice = {
      length: words.length,
      emissions: this.emissions.of(seen),
      steps: joints.map((joint) => this.model.steps[joint] ?? FLAT),
    }
    const path = pathOf(
      lattice,
      joints.map((joint) => this.spreads[joint] ?? 0),
    )
    const expSteps = joints.map((joint) => this.expSteps[joint] ?? FLAT.map(Math.exp))
    const probabilities = probabilitiesOf(sumsOf(lattice, expSteps), words.length)
    return partsOf(text, words, path, probabilities)
  }
}

/** The best path, and where authors or title would stand in two places, the best that does not do so. */
function pathOf(lattice: Lattice, spreads: readonly number[]): number[] {
  const path = bestPath(lattice, spreads)
  return ONCE.some((label) => comesBack(path, label)) ? bestPathOnce(lattice, ONCE) : path
}

function comesBack(path: readonly number[], label: number): boolean {
  const first = path.indexOf(label)
  return first >= 0 && path.slice(first, path.lastIndexOf(label)).some((other) => other !== label)
}

function partsOf(
  text: string,
  words: readonly Word[],
  path: readonly number[],
  probabilities: Float64Array,
): Part[] {
  const parts: Part[] = []
  let from = 0
  for (let t = 1; t <= words.length; t++) {
    if (path[t] === path[from]) continue
    const label = path[from] ?? 0
    const [start, end] = [words[from]?.start ?? 0, words[t - 1]?.end ?? 0]
    let sum = 0
    for (let i = from; i < t; i++) sum += probabilities[i * L + label] ?? 0
    parts.push({
      label: LABELS[label] ?? 'other',
      text: text.slice(start, end),
      start,
      end,
      confidence: sum / (t - from),
    })
    from = t
  }
  return parts
}
