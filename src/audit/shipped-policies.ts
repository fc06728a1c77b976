import { readFileSync } from 'node:fs'
import type { ReportPolicy } from '../review/report-policy.ts'
import { parsePolicy } from './audit-policy.ts'

/** A policy that comes with Stet, for whom, and what it asks. */
export interface ShippedPolicy {
  readonly name: string
  readonly title: string
  readonly about: string
}

export const shippedPolicies = [
  {
    name: 'newsroom',
    title: 'Newsroom',
    about:
      'Claims of high risk take two people, disputed ones a caveat in the text, and an editor answers for the draft.',
  },
  {
    name: 'think-tank',
    title: 'Think tank',
    about:
      'A fifth of the claims takes two people, figures have to agree, and a second checker answers beside the editor.',
  },
  {
    name: 'desk-of-one',
    title: 'Desk of one',
    about: 'One person checks and answers, and every page says that one person did.',
  },
] as const satisfies readonly ShippedPolicy[]

export type ShippedPolicyName = (typeof shippedPolicies)[number]['name']

/** What a policy that comes with Stet asks, from its file beside this one. */
export const shippedPolicy = (name: ShippedPolicyName): ReportPolicy =>
  parsePolicy(readFileSync(new URL(`./policies/${name}.json`, import.meta.url), 'utf8'))

export const isShippedPolicy = (name: string): name is ShippedPolicyName =>
  shippedPolicies.some((policy) => policy.name === name)
