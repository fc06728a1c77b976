/**
 * Noisy-or of logistic units: a sentence is positive when any of its candidates is. Only the sentence's label is known;
 * the fit shares the blame among the candidates. Weights are pulled towards 0 (L2), so a candidate's prior holds until data speak.
 */
export interface Candidate {
  /** Names of the features that hold. */
  readonly features: readonly string[]
  /** Log-odds before any data. */
  readonly prior: number
}

export interface Example {
  readonly candidates: readonly Candidate[]
  readonly positive: boolean
  readonly weight: number
}

export interface FitSettings {
  readonly epochs: number
  readonly rate: number
  /** L2 strength for a feature, by its name. */
  readonly ridge: (feature: string) => number
}

export type Weights = Map<string, number>

export const logOdds = (weights: Weights, candidate: Candidate): number =>
  candidate.features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), candidate.prior)

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** The probability that the sentence is positive. */
export const anyOf = (weights: Weights, candidates: readonly Candidate[]): number =>
  1 - candidates.reduce((none, candidate) => none * (1 - logistic(logOdds(weights, candidate))), 1)

/** Fits by AdaGrad over the examples in their given order, epoch after epoch. */
export function fit(examples: readonly Example[], settings: FitSettings): Weights {
  const weights: Weights = new Map()
  const squares = new Map<string, number>()
  for (let epoch = 0; epoch < settings.epochs; epoch++)
    for (const example of examples) step(weights, squares, example, settings)
  return weights
}

function step(weights: Weights, squares: Weights, example: Example, settings: FitSettings): void {
  const chance = Math.max(1e-6, anyOf(weights, example.candidates))
  for (const candidate of example.candidates) {
    const p = logistic(logOdds(weights, candidate))
    const slope = (example.positive ? (-p * (1 - chance)) / chance : p) * example.weight
    for (const feature of candidate.features) descend(weights, squares, feature, slope, settings)
  }
}

function descend(
  weights: Weights,
  squares: Weights,
  feature: string,
  slope: number,
  settings: FitSettings,
): void {
  const weight = weights.get(feature) ?? 0
  const gradient = slope + settings.ridge(feature) * weight
  const square = (squares.get(feature) ?? 0.05) + gradient * gradient
  squares.set(feature, square)
  weights.set(feature, weight - (settings.rate * gradient) / Math.sqrt(square))
}
