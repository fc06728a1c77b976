import { sha256 } from '../history/canonical.ts'
import type { ReportPolicy } from './report-policy.ts'

/** What decides whether a second person is asked for on a claim. */
export interface SecondCheckOf {
  readonly reportId: string
  readonly number: number
  readonly risk: string
}

/** Whether a report's policy asks for a second person on a claim. */
export function needsSecond(
  policy: Pick<ReportPolicy, 'secondCheck' | 'share'>,
  claim: SecondCheckOf,
): boolean {
  switch (policy.secondCheck) {
    case 'none':
      return false
    case 'all':
      return true
    case 'high-risk':
      return claim.risk === 'high'
    case 'share':
      return claim.risk === 'high' || lotOf(claim) < policy.share
  }
}

/**
 * The lot of a claim, 0 up to 100. It is drawn by hashing the report's id, which nobody chooses, with the claim's number: whoever
 * asks again draws the same, and a larger share holds every claim of a smaller one.
 */
export const lotOf = ({ reportId, number }: Pick<SecondCheckOf, 'reportId' | 'number'>): number =>
  (100 * parseInt(sha256(`second check\n${reportId}\n${number}`).slice(0, 12), 16)) / 2 ** 48
