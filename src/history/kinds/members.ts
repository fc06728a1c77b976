import type { Sentences } from './sentences.ts'

/** Who is in: a report is closed to the people named on it, or open to the desk. */
export interface MemberEvents {
  /** `members`: names, as they were. */
  'report.closed': { readonly members: readonly string[] }
  'report.opened': object
  'member.named': MemberNamed
  'member.removed': MemberNamed
}

interface MemberNamed {
  readonly accountId: string
  readonly name: string
}

export const memberSentences: Sentences<MemberEvents> = {
  'report.closed': (p) => `closed the report to everybody but ${p.members.join(', ')}`,
  'report.opened': () => 'opened the report to the desk',
  'member.named': (p) => `named ${p.name} on the report`,
  'member.removed': (p) => `took ${p.name} off the report`,
}
