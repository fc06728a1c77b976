import type { Span } from '../../text/span.ts'
import type { Token } from './tokens.ts'

/** Tokens by index, `from` inclusive, `to` exclusive. */
export interface TokenRun {
  readonly from: number
  readonly to: number
}

/** Where a run of tokens stands in the text. */
export const spanOf = (tokens: readonly Token[], { from, to }: TokenRun): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
})

/** The tokens that stand in one of the runs. */
export function tokensOf(...lists: readonly (readonly TokenRun[])[]): Set<number> {
  const taken = new Set<number>()
  for (const { from, to } of lists.flat()) for (let at = from; at < to; at++) taken.add(at)
  return taken
}

/** Whether token `at` follows the one before in the same phrase: nothing but a space or nothing at all between. */
export const follows = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return at > 0 && token !== undefined && !token.afterGap && tokens[at - 1]?.possessive === false
}
