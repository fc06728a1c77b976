import { folds } from './measures.ts'

/** A sentence by the names of its features, each once. */
export interface WordExample {
  readonly features: readonly string[]
  /** What each feature counts for, the same for all: mostly 1, or less in longer sentences. */
  readonly scale: number
  readonly positive: boolean
}

export interface LogisticSettings {
  readonly epochs: number
  /** Step of the first epoch; that of epoch n is rate / n. */
  readonly rate: number
  /** L2 strength. */
  readonly ridge: number
  /** Features in fewer examples are not weighed. */
  readonly least: number
}

export interface LogisticModel {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

/** The log-odds of being positive. */
export const logOddsOf = (
  { bias, weights }: LogisticModel,
  { features, scale }: Omit<WordExample, 'positive'>,
): number => bias + scale * features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)

/** Fits by stochastic gradient descent with a falling rate, over the examples in a fixed, mixed order. */
export function fitLogistic(examples: readonly WordExample[], settings: LogisticSettings): LogisticModel {
  const weights = new Map(frequent(examples, settings.least).map((feature) => [feature, 0]))
  const model = { bias: 0, weights }
  const rows = folds(examples.length, 1)[0]!.map((i) => weighedOnly(examples[i]!, weights))
  for (let epoch = 0; epoch < settings.epochs; epoch++)
    for (const row of rows) step(model, row, settings.rate / (1 + epoch), settings.ridge)
  return model
}

const weighedOnly = (example: WordExample, weights: ReadonlyMap<string, number>): WordExample => ({
  ...example,
  features: example.features.filter((feature) => weights.has(feature)),
})

function step(
  model: { bias: number; readonly weights: Map<string, number> },
  row: WordExample,
  rate: number,
  ridge: number,
): void {
  const slope = 1 / (1 + Math.exp(-logOddsOf(model, row))) - (row.positive ? 1 : 0)
  model.bias -= rate * 0.1 * slope
  for (const feature of row.features) {
    const weight = model.weights.get(feature)!
    model.weights.set(feature, weight * (1 - rate * ridge) - rate * slope * row.scale)
  }
}

function frequent(examples: readonly WordExample[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return [...counts].filter(([, n]) => n >= least).map(([feature]) => feature)
}
