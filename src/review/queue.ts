/** What can wait for somebody, in the order in which a queue shows it: first what keeps others waiting. */
export const queueGroups = [
  'query answered',
  'fix answered',
  'objection',
  'mention',
  'assigned',
  'second check',
  'stale',
  'recheck',
] as const

export type QueueGroup = (typeof queueGroups)[number]

/** Something that waits for one person, on a claim or on a report as a whole. */
export interface QueueItem {
  readonly reportId: string
  readonly reportTitle: string
  readonly reportLanguage: string
  readonly claimId: string | null
  readonly claimNumber: number | null
  /** The claim's words in the present draft; null without a claim. */
  readonly quote: string | null
  /** Since when it has waited. */
  readonly since: Date
  readonly deadline: Date | null
  readonly overdue: boolean
  /** How a query or a fix was answered, or the section a claim was assigned with; null where nothing is to be said. */
  readonly detail: string | null
}

/** All that waits of one kind. `total` counts more than `items` holds where there is very much. */
export interface QueuePart {
  readonly group: QueueGroup
  readonly total: number
  /** Oldest first. */
  readonly items: readonly QueueItem[]
}
