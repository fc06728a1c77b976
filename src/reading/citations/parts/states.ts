import type { WordFacts } from './word-facts.ts'

/** What has been seen before a word of the reference, as one number; the same number always means the same. */
export type State = number

const STEPS = 10
const STOPS = 6

/** The state at each word. One pass; `words` in order. */
export function statesOf(words: readonly WordFacts[]): State[] {
  let [quotes, stops, years, container, depth, last] = [0, 0, 0, 0, 0, 0]
  return words.map((word, i) => {
    if (word.opensQuote && quotes === 0) quotes = 1
    const step = Math.min(STEPS - 1, Math.floor((i * STEPS) / words.length))
    let state = quotes * STOPS + stops
    state = ((state * 3 + years) * 2 + container) * 2 + Math.min(depth, 1)
    state = ((state * 8 + last) * STEPS + step) * 4 + Math.min(i, 3)
    if (quotes === 1 && word.end === 6) quotes = 2
    if (word.isStop) stops = Math.min(STOPS - 1, stops + 1)
    if (word.isYear) years = Math.min(2, years + 1)
    if (word.isIn) container = 1
    depth = Math.max(0, depth + word.depth)
    last = word.end
    return state
  })
}

/** Features of a state. */
export function stateFeatures(state: State): string[] {
  const [quotes, stops, years, container, depth, last, step, from] = unpack(state)
  const seen = `${stops}${years}${container}`
  return [
    'bias',
    `q${quotes}`,
    `q${quotes}e${last}`,
    `t${stops}`,
    `t${stops}e${last}`,
    `y${years}e${last}`,
    `y${years}`,
    `i${container}`,
    `d${depth}`,
    `p${step}`,
    `f${from}`,
    `z${seen}`,
    `zq${seen}${quotes}`,
    `dy${depth}${years}`,
  ]
}

/** How many values each of the parts of a state has, in the order in which they are packed. */
const SIZES = [3, STOPS, 3, 2, 2, 8, STEPS, 4] as const

function unpack(state: State): number[] {
  let rest = state
  return [...SIZES]
    .reverse()
    .map((size) => {
      const value = rest % size
      rest = Math.floor(rest / size)
      return value
    })
    .reverse()
}
