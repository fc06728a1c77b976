import type { ReportRule } from './claim-rule.ts'

export const readingUnconfirmed: ReportRule = {
  id: 'reading-unconfirmed',
  severity: 'warning',
  why: 'Whatever reading lost or misread, nobody has looked for it.',
  find: ({ readingConfirmed }) =>
    readingConfirmed ? [] : [{ at: null, message: 'Nobody has confirmed how this draft was read.' }],
}
