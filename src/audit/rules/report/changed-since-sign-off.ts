import type { ReportRule } from './claim-rule.ts'

export const changedSinceSignOff: ReportRule = {
  id: 'changed-since-sign-off',
  severity: 'warning',
  why: 'Who signed off answers for what they saw: where claims changed since, they should look again.',
  find: ({ signOffs }) =>
    signOffs
      .filter(({ changed }) => changed > 0)
      .map(({ by, role, changed }) => ({
        at: null,
        message: `${by} signed off as ${role}, and ${changed === 1 ? 'one claim has' : `${changed} claims have`} changed since.`,
      })),
}
