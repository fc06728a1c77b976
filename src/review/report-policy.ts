import { z } from 'zod'
import { Invalid } from '../errors.ts'
import { ruleSettings } from './severity.ts'
import { signOffRoles } from './sign-off-role.ts'

/** Of which claims a second person is asked for. */
export const secondChecks = ['none', 'all', 'high-risk', 'share'] as const

/**
 * What a report asks of its checkers, and before it is published, beyond the rules that always hold. A report without one has the
 * default. The same object is a policy's file (docs/policies.md).
 */
export const reportPolicy = z.strictObject({
  /** No verdict before somebody has confirmed how the draft was read. */
  requireConfirmedReading: z.boolean().default(false),
  secondCheck: z.enum(secondChecks).default('none'),
  /** Percent of the claims, where a random share is asked for. High-risk claims are asked for beside it. */
  share: z.int().min(1).max(100).default(10),
  /** The second person sees what the first found only after ruling. */
  blindSecond: z.boolean().default(false),
  /** How grave the audit's rules are, where it is not as the rule itself has it. */
  rules: z.record(z.string(), z.enum(ruleSettings)).default({}),
  /** Who has to answer for the draft before it is published, each another person. */
  signOffs: z.array(z.enum(signOffRoles)).default([]),
})

export type ReportPolicy = z.infer<typeof reportPolicy>

export const DEFAULT_POLICY: ReportPolicy = reportPolicy.parse({})

/**
 * The policy in a report's row; null is the default.
 * @throws Invalid the row holds something else, which nobody should go on with
 */
export function storedPolicy(stored: string | null): ReportPolicy {
  if (stored === null) return DEFAULT_POLICY
  const parsed = reportPolicy.safeParse(JSON.parse(stored))
  if (parsed.success) return parsed.data
  throw new Invalid('The policy of this report cannot be read: set it again in its settings.')
}
