import { Invalid } from '../errors.ts'
import { reportPolicy, type ReportPolicy } from '../review/report-policy.ts'
import { schemaProblems } from '../schema-problems.ts'
import { assertKnownRules } from './all-rules.ts'
import type { Finding } from './finding.ts'

/** What of a policy the audit needs. */
export type AuditPolicy = Pick<ReportPolicy, 'rules'>

/**
 * A policy from its file (docs/policies.md). What it leaves out is the default.
 * @throws Invalid no JSON, an unknown rule, severity or field: says which, and what there is
 */
export function parsePolicy(json: string): ReportPolicy {
  const parsed = reportPolicy.safeParse(jsonOf(json))
  if (!parsed.success) throw new Invalid(`The policy does not fit: ${schemaProblems(parsed.error)}`)
  assertKnownRules(parsed.data.rules)
  return parsed.data
}

/** Findings with the severities of a policy, without those of rules that it leaves out. */
export const underPolicy = (findings: readonly Finding[], { rules }: AuditPolicy): Finding[] =>
  findings.flatMap((finding) => {
    const severity = rules[finding.rule] ?? finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Invalid(`The policy is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
