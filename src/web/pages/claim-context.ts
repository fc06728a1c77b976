import type { Span } from '../../text/span.ts'
import type { DeskDraft } from './desk-rows.ts'
import type { TextClaim } from './span-elements.ts'
import { textWithSpans } from './text-with-spans.ts'

/**
 * The blocks that a claim stands in, as HTML with the claim marked; '' for an orphan.
 * `href`: where its words lead.
 */
export function claimContext(draft: DeskDraft, claim: TextClaim | null, href: string): string {
  if (claim === null) return ''
  const around = draft.blocks.filter(({ start, end }) => start < claim.end && end > claim.start)
  const from = around[0]?.start ?? claim.start
  const to = around.at(-1)?.end ?? claim.end
  const shifted = <S extends Span>(span: S): S => ({
    ...span,
    start: span.start - from,
    end: span.end - from,
  })
  return textWithSpans({
    text: draft.text.slice(from, to),
    blocks: around.map(shifted),
    claims: [shifted(claim)],
    markers: [],
    addressOf: () => href,
  })
}
