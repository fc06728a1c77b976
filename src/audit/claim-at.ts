import { firstIndex } from '../text/first-index.ts'
import type { AuditedClaim } from './audited-report.ts'
import type { Finding } from './finding.ts'

/** Code units behind a claim in which its markers stand. */
const MARKERS = 40

/** Findings with the number of the claim whose words or markers they are about, where they are about any. */
export function withClaims(findings: readonly Finding[], claims: readonly AuditedClaim[]): Finding[] {
  const placed = claims.flatMap(({ number, span }) => (span === null ? [] : [{ number, ...span }]))
  return findings.map((finding) => {
    const { claim, start } = finding
    if (claim !== undefined || start === null) return finding
    const before = placed[firstIndex(placed, (one) => one.start > start) - 1]
    return before === undefined || start > before.end + MARKERS
      ? finding
      : { ...finding, claim: before.number }
  })
}
