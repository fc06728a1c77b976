import { crossValidateCheckworthiness } from '../train/checkworthiness.ts'
import { crossValidateCues } from '../train/contextual.ts'
import { crossValidateFirmness } from '../train/firmness.ts'
import type { Figure } from './figure.ts'

const HEDGE_TARGETS: Readonly<Record<string, number>> = { biology: 0.8, wikipedia: 0.56 }

/**
 * What the trained parts reach on sentences that their weights were not trained on. Somewhat hopeful: the lists of phrases and
 * of scientific words, the threshold and the settings were chosen with all of the data in view.
 */
export function crossValidatedFigures(): Figure[] {
  const hedges = Object.entries(crossValidateCues()).map(([part, { f1 }]) => ({
    name: `hedges, ${part}`,
    value: f1,
    unit: 'F1, cross-validated',
    ...targetOf(HEDGE_TARGETS[part]),
  }))
  return [
    ...hedges,
    { name: 'certainty', value: crossValidateFirmness(), target: 0.5, unit: 'Spearman, cross-validated' },
    { name: 'check-worthy', value: crossValidateCheckworthiness().f1, unit: 'F1, cross-validated' },
  ]
}

const targetOf = (target: number | undefined): { target?: number } => (target === undefined ? {} : { target })
