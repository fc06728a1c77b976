/** How much depends on a claim. */
export const risks = ['ordinary', 'high'] as const
export type Risk = (typeof risks)[number]

/** Longest reason, in UTF-16 code units. */
export const LONGEST_REASON = 5_000
