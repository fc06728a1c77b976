import { linearSum, loadLinear } from './linear-model.ts'
import type { Tokens } from './tokens.ts'
import { distinct } from './sentence-features.ts'

const model = loadLinear('looseness-weights.json')

/** How readily readers call a sentence loose by all of its words: what that adds to the log-odds of each contextual phrase. */
export function looseness({ ids }: Tokens): number {
  const words = linearSum(model, distinct(ids)) - model.bias
  return model.bias + words / Math.sqrt(Math.max(1, ids.length))
}
