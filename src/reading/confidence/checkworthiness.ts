import type { Checkworthiness } from '../document.ts'
import { NUMBER, type Tokens } from './tokens.ts'

/** How worthwhile checking a sentence is. */
export function checkworthiness(tokens: Tokens): Checkworthiness {
  const numbers = tokens.flags.filter((flag) => (flag & NUMBER) !== 0).length
  const score = Math.min(1, 0.3 + 0.2 * numbers)
  return { score, label: score >= 0.5 }
}
