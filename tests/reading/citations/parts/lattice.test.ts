import { expect, test } from 'vitest'
import { LABELS } from '../../../../src/reading/citations/parts/labels.ts'
import {
  bestPath,
  bestPathOnce,
  probabilitiesOf,
  sumsOf,
  type Lattice,
} from '../../../../src/reading/citations/parts/lattice.ts'

const L = LABELS.length
const label = (name: (typeof LABELS)[number]): number => LABELS.indexOf(name)

/** A lattice whose words favour the given labels, each step costing `change` where the label changes. */
function favouring(names: readonly (typeof LABELS)[number][], change = 0): Lattice {
  const emissions = new Float64Array(names.length * L)
  names.forEach((name, t) => (emissions[t * L + label(name)] = 2))
  const step = new Float64Array(L * L).map((_, i) => (Math.floor(i / L) === i % L ? 0 : -change))
  return { length: names.length, emissions, steps: names.slice(1).map(() => step) }
}

test('without a price for change each word has the label it favours', () => {
  const names = ['author', 'title', 'author', 'date'] as const
  expect(bestPath(favouring(names))).toEqual(names.map(label))
})

test('a dear change keeps a lone word with its neighbours', () => {
  const path = bestPath(favouring(['title', 'title', 'container', 'title', 'title'], 1.5))
  expect(path).toEqual(new Array(5).fill(label('title')))
})

test('what may stand in one place only does not come back', () => {
  const lattice = favouring(['author', 'title', 'title', 'author', 'date'])
  const path = bestPathOnce(lattice, [label('author'), label('title')])
  expect(path.lastIndexOf(label('author'))).toBe(0)
  expect(path.slice(1, 3)).toEqual([label('title'), label('title')])
  expect(path.at(-1)).toBe(label('date'))
})

test('where nothing comes back both ways give the same path', () => {
  const lattice = favouring(['author', 'author', 'title', 'container', 'date'], 0.5)
  expect(bestPathOnce(lattice, [label('author'), label('title')])).toEqual(bestPath(lattice))
})

test('the probabilities of each word add up to 1 and agree with counting all paths', () => {
  const lattice = favouring(['author', 'date'], 0.7)
  const steps = lattice.steps.map((step) => step.map(Math.exp))
  const sums = sumsOf(lattice, steps)
  const found = probabilitiesOf(sums, 2)
  const weights = new Float64Array(L * L)
  for (let x = 0; x < L; x++)
    for (let y = 0; y < L; y++)
      weights[x * L + y] = Math.exp(
        lattice.emissions[x]! + lattice.emissions[L + y]! + lattice.steps[0]![x * L + y]!,
      )
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const first = weights.slice(0, L).reduce((sum, weight) => sum + weight, 0)
  expect(found[0]).toBeCloseTo(first / all, 10)
  expect(found.slice(L).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10)
  expect(sums.logSum).toBeCloseTo(Math.log(all), 10)
})
