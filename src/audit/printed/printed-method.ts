import type { PrintedAudit } from './printed-audit.ts'

/** How the report was checked, in sentences: what its policy asks for, and how many people looked. */
export function methodOf({ policy, byOne, byMore, claims }: PrintedAudit): string[] {
  return [
    'Every sentence that asserts something is a claim. Checkers rule on each: substantiated, where the evidence was examined and supports it as worded; unsubstantiated, where evidence is missing, out of reach or does not say it; disputed, where credible evidence contradicts it.',
    SECOND_CHECKS[policy.secondCheck](policy.share),
    byMore === 0
      ? `${counted(byOne, claims)} checked by one person, and none by two.`
      : `${counted(byOne, claims)} checked by one person, and ${byMore} by two or more.`,
    ...(policy.requireConfirmedReading
      ? ['Nobody ruled before somebody had confirmed how the draft was read.']
      : []),
    ...(policy.signOffs.length === 0
      ? ['The policy asks for no sign-off.']
      : [`The policy asks for sign-off by ${policy.signOffs.join(' and ')}, each another person.`]),
    ...rulesOf(policy.rules),
  ]
}

const SECOND_CHECKS = {
  none: () => 'The policy asks for no second person.',
  all: () => 'The policy asks for a second person on every claim.',
  'high-risk': () => 'The policy asks for a second person on claims of high risk.',
  share: (share: number) =>
    `The policy asks for a second person on a random ${share} % of the claims, and on those of high risk.`,
} as const satisfies Record<string, (share: number) => string>

const counted = (count: number, of: number): string =>
  `${count} of ${of} claims ${count === 1 ? 'was' : 'were'}`

function rulesOf(rules: Readonly<Record<string, string>>): string[] {
  const set = Object.entries(rules).map(([id, setting]) => `${id} (${setting})`)
  return set.length === 0 ? [] : [`Rules of the audit that are not as they come: ${set.join(', ')}.`]
}
