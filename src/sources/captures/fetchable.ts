import { Conflict } from '../../errors.ts'

/** What has to be known of a source before its page is asked for. */
export interface FetchableSource {
  readonly url: string | null
  readonly protected: boolean
  readonly doNotFetch: boolean
  readonly mergedIntoId: string | null
}

/** Why the page of a source is not asked for, in one sentence; null where it may be. `allowed`: the setting FETCH. */
export function whyNotFetched(source: FetchableSource, allowed: boolean): string | null {
  if (source.protected)
    return 'This source is protected: asking for its page would tell its owner. Upload what you saw.'
  if (source.doNotFetch)
    return 'This source is marked “do not fetch”: asking for its page tells its owner. Upload what you saw.'
  if (source.url === null) return 'This source has no address: give it one, or upload what you saw.'
  if (source.mergedIntoId !== null) return 'This source was merged into another: fetch that one.'
  return allowed ? null : 'This server fetches nothing (FETCH=off): upload what you saw.'
}

/**
 * @returns its address
 * @throws Conflict its page is not asked for
 */
export function assertFetchable(source: FetchableSource, allowed = true): string {
  const why = whyNotFetched(source, allowed)
  if (why !== null || source.url === null)
    throw new Conflict(`${why ?? 'It has no address.'} Nothing was asked for.`)
  return source.url
}
