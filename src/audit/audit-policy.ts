import { Invalid } from '../errors.ts'
import { type Finding, severities, type Severity } from './finding.ts'

/** How grave each rule is where it is not as the rule itself has it; `off` leaves a rule out. */
export interface AuditPolicy {
  readonly rules: Readonly<Record<string, Severity | 'off'>>
}

export const PLAIN_POLICY: AuditPolicy = { rules: {} }

/**
 * A policy from its file: `{"rules": {"unsourced": "warning", "absolute-wording": "off"}}`.
 * @throws Invalid no JSON, an unknown rule or severity: says which, and what there is
 */
export function parseAuditPolicy(json: string, known: readonly string[]): AuditPolicy {
  const value = parsed(json)
  if (!isRecord(value) || !isRecord(value['rules']))
    throw new Invalid(
      'A policy is a JSON object with “rules”, each with its severity: {"rules": {"unsourced": "warning"}}.',
    )
  const other = Object.keys(value).find((key) => key !== 'rules')
  if (other !== undefined) throw new Invalid(`A policy has no “${other}”, only “rules”.`)
  for (const [rule, severity] of Object.entries(value['rules'])) {
    if (!known.includes(rule))
      throw new Invalid(
        `The policy names a rule “${rule}”, which there is not. There are: ${known.join(', ')}.`,
      )
    if (severity !== 'off' && !severities.includes(severity as Severity))
      throw new Invalid(
        `The policy gives ${rule} the severity “${String(severity)}”: it can be ${severities.join(', ')} or off.`,
      )
  }
  return { rules: value['rules'] as AuditPolicy['rules'] }
}

/** Findings with the severities of a policy, without those of rules that it leaves out. */
export const underPolicy = (findings: readonly Finding[], { rules }: AuditPolicy): Finding[] =>
  findings.flatMap((finding) => {
    const severity = rules[finding.rule] ?? finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Invalid(`The policy is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
