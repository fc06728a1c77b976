import { crossValidateCheckworthiness } from '../train/checkworthiness.ts'
import { crossValidateCues } from '../train/contextual.ts'
import { crossValidateFirmness } from '../train/firmness.ts'
import type { Figure } from './figure.ts'

/**
 * What the trained parts reach on sentences that their weights were not trained on. Somewhat hopeful: the lists of phrases and
 * of scientific words, the thresholds and the settings were chosen with all of the data in view.
 */
export function crossValidatedFigures(): Figure[] {
  return [
    ...hedges(),
    { name: 'certainty', value: crossValidateFirmness(), target: 0.57, unit: 'Spearman, cross-validated' },
    { name: 'check-worthy', value: crossValidateCheckworthiness().f1, unit: 'F1, cross-validated' },
  ]
}

/**
 * The corpora call different things uncertain: of the sentences that CoNLL-2010's Wikipedia part and Szeged's share, fewer than
 * half that either marks are marked by both. CoNLL's counts loose words (any cue); Szeged's only what leaves the statement itself
 * uncertain, conditions too (a cue that is not `discourse`). No single answer can be right by both.
 */
function hedges(): Figure[] {
  const { biology, wikipedia, bmc, semantic } = crossValidateCues()
  const ANY = 'F1 of sentences with any cue, cross-validated'
  const SEMANTIC = 'F1 of sentences with a semantic cue, cross-validated'
  return [
    { name: 'hedges, CoNLL-2010 biology', value: biology.any.f1, target: 0.85, unit: ANY },
    { name: 'hedges, CoNLL-2010 Wikipedia', value: wikipedia.any.f1, target: 0.59, unit: ANY },
    { name: 'hedges, Szeged Wikipedia', value: semantic.semantic.f1, target: 0.78, unit: SEMANTIC },
    { name: 'hedges, Szeged Wikipedia, loose words too', value: semantic.any.f1, unit: ANY },
    { name: 'hedges, Szeged BMC', value: bmc.semantic.f1, unit: SEMANTIC },
  ]
}
