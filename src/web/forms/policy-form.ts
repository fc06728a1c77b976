import { DEFAULT_POLICY, secondChecks, type ReportPolicy } from '../../review/report-policy.ts'
import { fieldOf, oneOf, type FormResult } from './problems.ts'

/** What was put into the form of a report's settings. */
export type TypedPolicy = Omit<ReportPolicy, 'share'> & { readonly share: string }

/** Reads what a report asks of its checkers. */
export function readPolicyForm(body: unknown): FormResult<ReportPolicy, TypedPolicy> {
  const typed = {
    requireConfirmedReading: fieldOf(body, 'requireConfirmedReading') !== '',
    secondCheck: oneOf(secondChecks, fieldOf(body, 'secondCheck')) ?? DEFAULT_POLICY.secondCheck,
    share: fieldOf(body, 'share').trim(),
    blindSecond: fieldOf(body, 'blindSecond') !== '',
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
