/** Why a claim is to be checked again although its words did not change. */
export const recheckCauses = [
  'source retracted',
  'source downgraded',
  'source lost',
  'link died',
  'review due',
  'asked for',
  'complaint upheld',
  'corrected',
  'publication withdrawn',
] as const
export type RecheckCause = (typeof recheckCauses)[number]

/** Longest words that somebody asks for a re-check with, in UTF-16 code units. */
export const LONGEST_RECHECK = 5_000

/** The cause as the end of a sentence: “because a source was retracted”. */
export const recheckInWords: Readonly<Record<RecheckCause, string>> = {
  'source retracted': 'a source was retracted',
  'source downgraded': 'a source was downgraded',
  'source lost': 'a source was lost',
  'link died': 'a link died',
  'review due': 'its review is due',
  'asked for': 'an editor asked for it',
  'complaint upheld': 'a complaint about it was upheld',
  corrected: 'it was corrected after it was published',
  'publication withdrawn': 'the publication that it stands in was withdrawn',
}

/** A re-check of one claim. `closedAt`: null while it is open. `askedBy`: null where Stet itself did. */
export interface RecheckRow {
  readonly id: string
  readonly because: RecheckCause
  /** The source that it is about; of a protected one the title is its public descriptor. */
  readonly source: { readonly id: string; readonly title: string } | null
  readonly words: string | null
  readonly askedBy: { readonly id: string; readonly name: string } | null
  readonly at: Date
  readonly closedBy: { readonly id: string; readonly name: string } | null
  readonly closedAt: Date | null
}
