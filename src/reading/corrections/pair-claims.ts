import type { Span } from '../../text/span.ts'
import type { ReadClaim } from '../document.ts'
import type { Changes } from './changes.ts'
import { overlap } from './overlap.ts'

/** A claim that has a number, where it stands; where it stood last when a correction took its words away (`lost`). */
export interface Home extends Span {
  readonly id: string
  readonly lost: boolean
}

/** What becomes of the numbered claims of a draft: every claim that was added is one of `stands` or `fresh`. */
export interface Pairing<H extends Home> {
  readonly stands: readonly { readonly home: H; readonly claim: ReadClaim }[]
  /** Their words make no claim any more. */
  readonly lost: readonly H[]
  /** Claims that had no number yet. */
  readonly fresh: readonly ReadClaim[]
}

/**
 * Tells which numbered claim each changed claim is: the one on the very same words; else the one that has most words in common
 * with it. Words that were taken away come back only to the very place they had.
 */
export function pairClaims<H extends Home>(
  { removed, added }: Changes['claims'],
  homes: readonly H[],
): Pairing<H> {
  const touched = homes.filter(
    (home) => !home.lost && [...removed, ...added].some((claim) => overlap(claim, home) > 0),
  )
  const exact = new Map(
    [...homes.filter(({ lost }) => lost), ...touched].map((home) => [placeOf(home), home]),
  )
  const taken = new Set<H>()
  const pairs = new Map<ReadClaim, H>()
  const pair = (claim: ReadClaim, home: H | undefined): void => {
    if (home === undefined || taken.has(home)) return
    taken.add(home)
    pairs.set(claim, home)
  }
  for (const claim of added) pair(claim, exact.get(placeOf(claim)))
  for (const claim of added)
    if (!pairs.has(claim))
      pair(
        claim,
        mostInCommon(
          claim,
          touched.filter((home) => !taken.has(home)),
        ),
      )
  return {
    stands: added.flatMap((claim) => {
      const home = pairs.get(claim)
      return home === undefined ? [] : [{ home, claim }]
    }),
    lost: touched.filter((home) => !taken.has(home)),
    fresh: added.filter((claim) => !pairs.has(claim)),
  }
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`

function mostInCommon<H extends Home>(claim: Span, homes: readonly H[]): H | undefined {
  return homes
    .filter((home) => overlap(claim, home) > 0)
    .reduce<H | undefined>(
      (most, home) => (most === undefined || overlap(claim, home) > overlap(claim, most) ? home : most),
      undefined,
    )
}
