import { numberOf } from './label-words.ts'

/** A call as the chain sees it, in order of place. */
export interface ChainLink {
  readonly label: string
  readonly linked: boolean
}

/** So many calls in a row, each one higher than the last, show that a text without notes is numbered. */
const FEWEST_WITHOUT_NOTES = 2

/**
 * Which of a text's possible calls are calls though no note answers them: numbers that carry on the numbering of the
 * calls round them. Years, paragraph numbers and indexes do not.
 */
export function inChain(calls: readonly ChainLink[]): boolean[] {
  const anyLinked = calls.some(({ linked }) => linked)
  let high = anyLinked ? 0 : chainStart(calls)
  const highestLinked = highest(calls)
  return calls.map(({ label, linked }) => {
    const number = numberOf(label)
    if (number === null) return linked
    const carriesOn = linked || number <= Math.max(high, highestLinked) || number === high + 1
    if (carriesOn) high = Math.max(high, number)
    return carriesOn
  })
}

function highest(calls: readonly ChainLink[]): number {
  let high = 0
  for (const { label, linked } of calls) if (linked) high = Math.max(high, numberOf(label) ?? 0)
  return high
}

/** The number below the first call of a run of rising calls, or minus infinity where there is none. */
function chainStart(calls: readonly ChainLink[]): number {
  let first: number | null = null
  let length = 0
  let last = -1
  for (const { label } of calls) {
    const number = numberOf(label)
    if (number === null || number === last) continue
    if (number !== last + 1 || first === null) {
      first = number
      length = 1
    } else length++
    if (length >= FEWEST_WITHOUT_NOTES && (first === 1 || length > FEWEST_WITHOUT_NOTES)) return first - 1
    last = number
  }
  return -Infinity
}
