/** Longest objection, and longest word on closing it, in UTF-16 code units. */
export const LONGEST_OBJECTION = 5_000

/** What a verb on an objection leaves behind: the objection, and where its claim stands now. */
export interface Objected {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly version: number
  readonly settled: boolean
  /** How many objections to the claim are open. */
  readonly objections: number
}
