import { canonicalJson, sha256 } from '../history/canonical.ts'
import type { Finding } from './finding.ts'

/** A finding of a report, with what tells it from all others: SHA-256, hex. */
export interface MarkedFinding extends Finding {
  readonly fingerprint: string
}

/**
 * Findings with their fingerprints: over the rule, what is said, of which claim and of which words. Where the words stand does not
 * matter, so that a waiver holds in a text that was moved; of findings that are alike in all of this, each has another.
 */
export function withFingerprints(findings: readonly Finding[]): MarkedFinding[] {
  const alike = new Map<string, number>()
  return findings.map((finding) => {
    const { rule, message, claim, quote, places = [] } = finding
    const said = canonicalJson([rule, message, claim ?? null, quote, places.map((place) => place.quote)])
    const nth = (alike.get(said) ?? 0) + 1
    alike.set(said, nth)
    return { ...finding, fingerprint: sha256(said, '\n', String(nth)) }
  })
}
