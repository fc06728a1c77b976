import type { Finding, Waived } from '../finding.ts'
import type { MarkedFinding } from '../fingerprint.ts'
import { ruleById } from '../all-rules.ts'

/** Longest reason, in UTF-16 code units. */
export const LONGEST_WAIVER_REASON = 2_000

/** A waiver that stands. */
export interface StandingWaiver extends Waived {
  readonly id: string
  readonly rule: string
  readonly fingerprint: string
}

/** Findings with who let them pass. Where nobody can, or the finding says something else now, a waiver does nothing. */
export function withWaivers(
  findings: readonly MarkedFinding[],
  waivers: readonly StandingWaiver[],
): MarkedFinding[] {
  const byFingerprint = new Map(waivers.map((waiver) => [waiver.fingerprint, waiver]))
  return findings.map((finding) => {
    const waiver = byFingerprint.get(finding.fingerprint)
    if (waiver === undefined || !isWaivable(finding)) return finding
    const { id, by, at, reason } = waiver
    return { ...finding, waived: { id, by, at, reason } }
  })
}

/** Whether anybody can let a finding pass. */
export const isWaivable = ({ rule }: Pick<Finding, 'rule'>): boolean => ruleById.get(rule)?.waivable !== false

/** Rules about who checked: whoever did cannot let them pass. */
export const OF_CHECKERS: ReadonlySet<string> = new Set([
  'second-check-missing',
  'checkers-differ',
  'objection-open',
])
