import { allRules } from '../../audit/all-rules.ts'
import { parsePolicy } from '../../audit/audit-policy.ts'
import { Invalid } from '../../errors.ts'
import { DEFAULT_POLICY, secondChecks, type ReportPolicy } from '../../review/report-policy.ts'
import { ruleSettings } from '../../review/severity.ts'
import { signOffRoles } from '../../review/sign-off-role.ts'
import { fieldOf, oneOf, type FormResult } from './problems.ts'

/** What was put into the form of a report's settings. */
export type TypedPolicy = Omit<ReportPolicy, 'share'> & { readonly share: string }

/** The name of the field that sets a rule. */
export const ruleField = (id: string): string => `rule.${id}`

/** Reads what a report asks of its checkers, and before it is published. */
export function readPolicyForm(body: unknown): FormResult<ReportPolicy, TypedPolicy> {
  const typed = {
    requireConfirmedReading: fieldOf(body, 'requireConfirmedReading') !== '',
    secondCheck: oneOf(secondChecks, fieldOf(body, 'secondCheck')) ?? DEFAULT_POLICY.secondCheck,
    share: fieldOf(body, 'share').trim(),
    blindSecond: fieldOf(body, 'blindSecond') !== '',
    rules: rulesIn(body),
    signOffs: signOffRoles.filter((role) => fieldOf(body, `signOff.${role}`) !== ''),
  }
  const share = typed.share === '' ? DEFAULT_POLICY.share : Number(typed.share)
  if (!Number.isInteger(share) || share < 1 || share > 100)
    return {
      ok: false,
      typed,
      problems: [{ text: 'Give the share as a whole number from 1 to 100 percent.', href: '#share' }],
    }
  return { ok: true, typed, value: { ...typed, share } }
}

/** What is set otherwise than the rule itself has it. */
const rulesIn = (body: unknown): ReportPolicy['rules'] =>
  Object.fromEntries(
    allRules.flatMap(({ id, severity }) => {
      const setting = oneOf(ruleSettings, fieldOf(body, ruleField(id)))
      return setting === undefined || setting === severity ? [] : [[id, setting] as const]
    }),
  )

/** Reads a whole policy that was pasted as its file. */
export function readPolicyFile(body: unknown): FormResult<ReportPolicy, string> {
  const typed = fieldOf(body, 'file')
  try {
    return { ok: true, typed, value: parsePolicy(typed) }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { ok: false, typed, problems: [{ text: error.message, href: '#file' }] }
  }
}
