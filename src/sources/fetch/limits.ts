import { LARGEST_FILE } from '../../reading/largest-file.ts'

/** What fetching one page may take. */
export const FETCH_LIMITS = {
  /** Milliseconds for all of it: names, redirects, headers and body. */
  time: 30_000,
  /** Milliseconds until a connection stands. */
  connect: 10_000,
  /** Bytes of a body as it comes over the wire, and as it is when unpacked. */
  size: LARGEST_FILE,
  /** Bytes of the headers of one answer. */
  headers: 64 * 1024,
  /** Redirects that are followed. */
  redirects: 5,
}

export type FetchLimits = Readonly<typeof FETCH_LIMITS>
