import { Invalid } from '../errors.ts'
import type { RuleSetting } from '../review/severity.ts'
import { reportRules } from './report-rules.ts'
import type { Rule } from './rule.ts'
import { textRules } from './text-rules.ts'

/** What a rule says of itself, whatever it looks at. */
export type DescribedRule = Pick<Rule<never>, 'id' | 'severity' | 'why' | 'waivable'>

/** Every rule: those that need a report first. */
export const allRules: readonly DescribedRule[] = [...reportRules, ...textRules]

export const ruleById: ReadonlyMap<string, DescribedRule> = new Map(allRules.map((rule) => [rule.id, rule]))

/** @throws Invalid a rule that there is not: says which, and what there is */
export function assertKnownRules(rules: Readonly<Record<string, RuleSetting>>): void {
  const unknown = Object.keys(rules).find((id) => !ruleById.has(id))
  if (unknown === undefined) return
  throw new Invalid(
    `The policy names a rule “${unknown}”, which there is not. There are: ${allRules.map(({ id }) => id).join(', ')}.`,
  )
}
