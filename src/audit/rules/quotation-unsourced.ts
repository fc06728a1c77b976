import type { Span } from '../../text/span.ts'
import type { AuditedText } from '../audited-text.ts'
import type { TextRule } from '../rule.ts'

/** A quotation of fewer words is a term or a nickname. */
const FEWEST_WORDS = 5

const longOnes = (audited: AuditedText): readonly Span[] =>
  audited.quotations.runs.filter((run) => audited.quote(run).split(/\s+/).length >= FEWEST_WORDS)

export const quotationUnsourced: TextRule = {
  id: 'quotation-unsourced',
  severity: 'advice',
  why: 'Quoted words must be somebody’s: without a note and without a speaker nobody can hear them again.',
  find: (audited) => {
    const { claims } = audited.document
    const unsourced = claims.filter(({ notes, attribution }) => notes.length === 0 && attribution === null)
    return longOnes(audited)
      .filter((run) => unsourced.some(({ start, end }) => start <= run.start && run.end <= end + 1))
      .map((run) => ({
        at: run,
        message: 'Nobody is named as having said this, and no note tells where it stands.',
      }))
  },
  among: {
    objects: (audited) => longOnes(audited).length,
    message: (hit, of) => `${hit} of ${of} quotations have neither a note nor a speaker.`,
  },
}
