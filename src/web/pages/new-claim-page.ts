import type { Span } from '../../text/span.ts'

export interface NewClaimPage {
  readonly words: string
  readonly reason: string
  /** Where the words stand, when they stand several times: `value` names the place, the rest is what stands around it. */
  readonly places: readonly {
    readonly value: string
    readonly before: string
    readonly words: string
    readonly after: string
  }[]
}

/** Places that are offered at most; of more one has to say more words. */
const MOST_PLACES = 20
/** UTF-16 code units of the text that are shown on either side of a place. */
const AROUND = 60

/** The form for a claim of exact words, with the places to choose from where they stand several times. */
export const newClaimPage = (
  text: string,
  places: readonly Span[],
  typed: { readonly words: string; readonly reason: string },
): NewClaimPage => ({
  ...typed,
  places: places.slice(0, MOST_PLACES).map(({ start, end }) => ({
    value: `${start}-${end}`,
    before: line(text.slice(Math.max(0, start - AROUND), start)),
    words: line(text.slice(start, end)),
    after: line(text.slice(end, end + AROUND)),
  })),
})

const line = (words: string): string => words.replace(/\s+/gu, ' ')
