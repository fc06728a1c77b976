import type { Span } from '../../text/span.ts'
import { calendarDates } from '../calendar-dates.ts'
import type { AuditedText } from '../audited-text.ts'
import type { Hit, TextRule } from '../rule.ts'

export const dateImpossible: TextRule = {
  id: 'date-impossible',
  severity: 'warning',
  why: 'A day that no calendar has, or a source from the future, is a slip of the pen in the very thing readers look up.',
  find: (audited) => [...impossibleDays(audited), ...futureSources(audited)],
}

const impossibleDays = (audited: AuditedText): Hit[] =>
  audited.document.blocks
    .flatMap((block) => calendarDates(audited.quote(block), block.start))
    .filter(({ exists }) => !exists)
    .map(({ start, end }) => ({ at: { start, end }, message: 'There is no such day.' }))

function futureSources({ citations, today }: AuditedText): Hit[] {
  return citations
    .filter(({ citation: { csl } }) => isAfter(csl.issued?.['date-parts'][0] ?? [], today))
    .map(({ note: { label }, citation }): Hit => ({
      at: citation satisfies Span,
      label,
      message: `A citation in note ${label} is dated in the future.`,
    }))
}

/** Whether the whole period that `parts` names lies after a day. */
function isAfter(parts: readonly number[], day: readonly [number, number, number]): boolean {
  for (const [i, part] of parts.entries()) {
    const other = day[i]
    if (other === undefined || part !== other) return other !== undefined && part > other
  }
  return false
}
