import type { Moment } from '../../history/moment.ts'

/** What stands above a page that looks back: when, the same page now, and the other pages then. */
export interface ThenBanner {
  /** "the end of 3 May 2026", "3 May 2026, 14:00 UTC" */
  readonly at: string
  /** As it was given, for the form that asks for another moment. */
  readonly given: string
  readonly draft: number
  readonly now: string
  readonly places: readonly { readonly words: string; readonly href: string; readonly here: boolean }[]
  readonly compare: string
  /** How the draft was read, or what its claims are, was changed since. */
  readonly readingChanged: boolean
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

/** A moment by UTC, as it was meant: a day stands for its end. Not in the reader's own time, in which it was not given. */
export const momentWords = ({ at, given }: Moment): string =>
  given.length === 10 ? `the end of ${DAY.format(at)} (UTC)` : `${DAY.format(at)}, ${TIME.format(at)} UTC`

/** An address as of a moment. */
export const addressThen = (path: string, { given }: Pick<Moment, 'given'>): string =>
  `${path}?at=${encodeURIComponent(given)}`

const PLACES = [
  ['desk', 'Desk'],
  ['claims', 'Claims'],
  ['notes', 'Notes'],
  ['history', 'History'],
] as const

export function thenBanner(
  reportId: string,
  moment: Moment,
  page: {
    readonly draft: number
    readonly here: 'desk' | 'claims' | 'claim' | 'notes' | 'history'
    readonly now: string
    readonly readingChanged: boolean
  },
): ThenBanner {
  const base = `/reports/${encodeURIComponent(reportId)}`
  return {
    at: momentWords(moment),
    given: moment.given,
    draft: page.draft,
    now: page.now,
    places: PLACES.map(([place, words]) => ({
      words,
      href: addressThen(`${base}/${place}`, moment),
      here: place === page.here,
    })),
    compare: `${base}/history/compare?from=${encodeURIComponent(moment.given)}`,
    readingChanged: page.readingChanged,
  }
}
