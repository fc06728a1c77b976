import type { Span } from '../../text/span.ts'
import type { DeskDraft } from './desk-rows.ts'
import type { TextClaim, TextMarker } from '../../claims/text-in-html/span-elements.ts'
import { textWithSpans } from '../../claims/text-in-html/text-with-spans.ts'

/** `deskHref`: the claim on the desk, where its words lead, and the markers to their notes there. */
export interface ContextInput {
  readonly draft: DeskDraft
  readonly claim: TextClaim | null
  readonly markers: readonly TextMarker[]
  readonly deskHref: string
}

/** The blocks that a claim stands in, as HTML with the claim marked; '' for an orphan. */
export function claimContext({ draft, claim, markers, deskHref }: ContextInput): string {
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
    markers: markers
      .filter(({ start, end }) => start >= from && end <= to)
      .map((marker) => shifted({ ...marker, href: marker.href && deskHref.replace(/#.*/, marker.href) })),
    addressOf: () => deskHref,
  })
}
