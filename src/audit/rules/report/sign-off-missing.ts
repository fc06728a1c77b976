import type { ReportRule } from './claim-rule.ts'

const ASKED = {
  editor: 'An editor has not signed off this draft.',
  'second checker': 'No second checker has signed off this draft.',
  legal: 'No lawyer of the desk has signed off this draft.',
} as const

export const signOffMissing: ReportRule = {
  id: 'sign-off-missing',
  severity: 'blocker',
  why: 'The policy asks for people who answer for the draft by name, and nobody can answer in their place.',
  waivable: false,
  find: ({ missingSignOffs }) => missingSignOffs.map((role) => ({ at: null, message: ASKED[role] })),
}
