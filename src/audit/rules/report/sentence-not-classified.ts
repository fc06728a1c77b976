import type { ReportRule } from './claim-rule.ts'

export const sentenceNotClassified: ReportRule = {
  id: 'sentence-not-classified',
  severity: 'advice',
  why: 'Only what somebody has called a claim, or said what it is instead, has been looked at.',
  find: ({ unclassified }) => {
    const [at, ...also] = unclassified
    return at === undefined
      ? []
      : [{ at, also, message: `${unclassified.length} sentences have neither been checked nor classified.` }]
  },
}
