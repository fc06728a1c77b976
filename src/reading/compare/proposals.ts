import { candidatesAmong, type Candidate } from '../../text/alignment-candidates.ts'
import type { Sides } from '../../text/alignment-run.ts'

/** Look-alikes below this are not worth a person's time; the words of a heading or a number are too few to tell. */
const LEAST = 0.5
const MOST = 3

/**
 * What the passages without a place may have become, among the new passages that nothing became: by old index, best
 * first, at most three each. Proposals only: likeness alone places nothing.
 */
export function proposalsFor(
  sides: Sides,
  olds: readonly number[],
  news: readonly number[],
): ReadonlyMap<number, readonly Candidate[]> {
  const proposals = new Map<number, Candidate[]>()
  for (const candidate of candidatesAmong(sides, olds, news, LEAST)) {
    const list = proposals.get(candidate.old)
    if (list) list.push(candidate)
    else proposals.set(candidate.old, [candidate])
  }
  for (const [old, list] of proposals)
    proposals.set(old, list.sort((a, b) => b.similarity - a.similarity || a.new - b.new).slice(0, MOST))
  return proposals
}
