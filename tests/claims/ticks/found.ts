import { findTicks } from '../../../src/claims/ticks/find-ticks.ts'
import type { TickKind } from '../../../src/claims/ticks/tick-span.ts'

/** The words of the ticks of one kind in a text that nothing else is known of, in order. */
export const wordsOf = (kind: TickKind, text: string): string[] =>
  findTicks(text, { start: 0, end: text.length })
    .filter((tick) => tick.kind === kind)
    .map(({ start, end }) => text.slice(start, end))
