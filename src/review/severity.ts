/** How grave a finding is, from the gravest: what keeps a report back, what an editor should see, what is only advice. */
export const severities = ['blocker', 'warning', 'advice'] as const
export type Severity = (typeof severities)[number]

/** What a policy can make of a rule; `off` leaves it out. */
export const ruleSettings = [...severities, 'off'] as const
export type RuleSetting = (typeof ruleSettings)[number]
