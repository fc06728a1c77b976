import type { ReadClaim } from '../../reading/document.ts'
import type { AuditedText } from '../audited-text.ts'
import type { TextRule } from '../rule.ts'

const worthChecking = ({ document }: AuditedText): readonly ReadClaim[] =>
  document.claims.filter(({ checkworthy }) => checkworthy.label)

export const unsourced: TextRule = {
  id: 'unsourced',
  severity: 'advice',
  why: 'A checkable statement without a note, and without anybody who is named as having said it, rests on the writer alone.',
  find: (audited) =>
    worthChecking(audited)
      .filter(({ notes, attribution }) => notes.length === 0 && attribution?.named !== true)
      .map(({ start, end }) => ({
        at: { start, end },
        message: 'This can be checked, but no note stands behind it and nobody is named as having said it.',
      })),
  among: {
    objects: (audited) => worthChecking(audited).length,
    message: (hit, of) =>
      `${hit} of ${of} statements that can be checked have no note, and nobody is named as having said them.`,
  },
}
