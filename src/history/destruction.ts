/** What of a report two people may destroy. */
export const destructibles = [
  'rationale',
  'reason',
  'comment',
  'privileged comment',
  'excerpt',
  'contact',
  'query',
  'objection',
  'hand-over',
  're-check',
  'complaint',
  'draft',
  'original',
  'payload',
] as const
export type Destructible = (typeof destructibles)[number]

/** On what ground they may. */
export const grounds = ['retention rule', 'court order'] as const
export type Ground = (typeof grounds)[number]

/** Longest reason, in UTF-16 code units. */
export const LONGEST_DESTRUCTION_REASON = 1_000

interface Tombstone {
  /** Who asked for it, and who did it, by name. */
  readonly by: string
  readonly with: string
  readonly ground: Ground
  readonly reason: string
  readonly at: Date
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What stands where a destroyed text stood: “Destroyed on 5 Jan 2027 by Eve with Ben, under a retention rule: …”. */
export const tombstone = ({ by, with: second, ground, reason, at }: Tombstone): string =>
  `Destroyed on ${DAY.format(at)} by ${by} with ${second}, ${ground === 'court order' ? 'by a court’s order' : 'under a retention rule'}: ${reason}`

/** A text as its row has it. */
export interface StoredWords {
  readonly body: string | null
  readonly destructionReason: string | null
}

/** The columns of `StoredWords`, for `select`. */
export const STORED_WORDS = { body: true, destructionReason: true } as const

/** What a page prints of a text: its words, or what stands in their place; null where there never were any. */
export const shownWords = (text: StoredWords | null): string | null =>
  text?.body ?? text?.destructionReason ?? null
