import type { Span } from '../../text/span.ts'

/** What a tick can be of. The words of the database and of the pages. */
export const TICK_KINDS = ['name', 'title', 'number', 'date', 'place', 'quotation', 'superlative'] as const
export type TickKind = (typeof TICK_KINDS)[number]

/** A stretch of a claim, caption or heading that one person can check against one source. It is offered, not ticked yet. */
export interface TickSpan extends Span {
  readonly kind: TickKind
}
