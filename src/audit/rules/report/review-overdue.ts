import { claimRule } from './claim-rule.ts'

export const reviewOverdue = claimRule({
  id: 'review-overdue',
  severity: 'warning',
  why: 'It was to be checked again by now.',
  hits: ({ rechecks, reviewAfter }, { at }) => rechecks > 0 || (reviewAfter !== null && reviewAfter <= at),
  says: () => 'is to be checked again.',
  sayAll: 'are to be checked again.',
})
