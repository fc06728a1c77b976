import type { ReportRule } from './claim-rule.ts'

export const displayUnticked: ReportRule = {
  id: 'display-unticked',
  severity: 'advice',
  why: 'Names and numbers of headings and captions are what everybody reads, and what is checked last.',
  find: ({ unticked, tickable }) => {
    const [at, ...also] = unticked
    return at === undefined
      ? []
      : [
          {
            at,
            also,
            message: `${unticked.length} of ${tickable} names, numbers and dates of headings and captions are not ticked.`,
          },
        ]
  },
}
