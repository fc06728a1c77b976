/** Why there is no answer that could be kept. */
export const failures = [
  'not allowed', // an address that Stet does not ask
  'no such name',
  'not reached', // refused, reset, no way to it
  'certificate',
  'timed out',
  'too large',
  'too many redirects',
  'broken', // no HTTP, or packed in a way that cannot be unpacked
] as const
export type FetchFailure = (typeof failures)[number]

/** One request with its answer, as they went. Header names and values in their order, as sent. */
export interface Exchange {
  readonly url: string
  readonly at: Date
  readonly requestHeaders: readonly (readonly [string, string])[]
  readonly status: number
  readonly statusText: string
  readonly responseHeaders: readonly (readonly [string, string])[]
  /** As it came, still packed where the server packed it. */
  readonly wire: Uint8Array
}

/** A page as it was fetched. */
export interface FetchedPage {
  readonly ok: true
  /** That answered, after redirects. */
  readonly url: string
  readonly status: number
  /** All exchanges, redirects first. */
  readonly exchanges: readonly Exchange[]
  /** Unpacked: what a browser would show or save. */
  readonly body: Uint8Array
  /** Whether each redirect on the way was a permanent one (301, 308); false where there was none. */
  readonly movedForGood: boolean
}

/** No page. `words`: why, in words that follow "because", without a dot. `status`: of the last answer, where there was one. */
export interface FetchFailed {
  readonly ok: false
  readonly failure: FetchFailure
  readonly words: string
  readonly url: string
  readonly status: number | null
}

export type Fetched = FetchedPage | FetchFailed

/** The value of a header of an answer, the first where there are several. */
export const headerOf = (headers: Exchange['responseHeaders'], name: string): string | null =>
  headers.find(([known]) => known.toLowerCase() === name)?.[1] ?? null

/** An expected failure on its way to the one place that answers it (fetch-page.ts). */
export class FetchStopped extends Error {
  override readonly name = 'FetchStopped'
  readonly failure: FetchFailure

  constructor(failure: FetchFailure, words: string) {
    super(words)
    this.failure = failure
  }
}
