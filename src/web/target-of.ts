import type { ReportTarget } from '../accounts/policy.ts'
import type { ReportView } from '../drafts/report-view.ts'

/** A report that somebody was shown, as the policy asks for it: whom a closed one is shown to is named on it. */
export const targetOf = ({ closed, sample }: ReportView): ReportTarget => ({ closed, sample, member: true })
