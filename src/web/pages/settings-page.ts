import { reportRules } from '../../audit/report-rules.ts'
import { shippedPolicies, type ShippedPolicy } from '../../audit/shipped-policies.ts'
import { textRules } from '../../audit/text-rules.ts'
import type { DescribedRule } from '../../audit/all-rules.ts'
import type { ReportPolicy } from '../../review/report-policy.ts'
import type { TypedPolicy } from '../forms/policy-form.ts'
import { ruleField } from '../forms/policy-form.ts'

export interface SettingsPage {
  readonly shipped: readonly ShippedPolicy[]
  /** Rules by what they look at. */
  readonly parts: readonly {
    readonly heading: string
    readonly changed: number
    readonly rules: readonly RuleRow[]
  }[]
  /** The policy as its file. */
  readonly file: string
}

export interface RuleRow {
  readonly id: string
  readonly field: string
  readonly why: string
  readonly own: string
  readonly set: string
}

/** The rules of the settings page, each as the policy has it. `file`: as it was pasted, where it was. */
export function settingsPage(policy: ReportPolicy | TypedPolicy, file?: string): SettingsPage {
  const part = (heading: string, rules: readonly DescribedRule[]) => ({
    heading,
    changed: rules.filter(({ id }) => policy.rules[id] !== undefined).length,
    rules: rules.map(({ id, severity, why }) => ({
      id,
      field: ruleField(id),
      why,
      own: severity,
      set: policy.rules[id] ?? severity,
    })),
  })
  return {
    shipped: shippedPolicies,
    parts: [part('Claims, sources and people', reportRules), part('The text itself', textRules)],
    file: file ?? JSON.stringify(policy, null, 2),
  }
}
