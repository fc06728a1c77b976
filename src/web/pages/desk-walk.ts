import type { DeskClaim } from './desk-rows.ts'

/** Where the keys and links lead from a claim: numbers of claims, null where there is none. */
export interface DeskSteps {
  readonly previous: number | null
  readonly next: number | null
  readonly nextUnsettled: number | null
}

/**
 * The ways on from a claim along those that are shown, in the order in which they stand.
 * The next unsettled one is looked for to the end, then from the beginning; it is never the claim itself.
 */
export function deskSteps(
  claims: readonly DeskClaim[],
  from: number,
  shown: (claim: DeskClaim) => boolean,
): DeskSteps {
  const at = claims.findIndex((claim) => claim.number === from)
  const after = claims.slice(at + 1)
  const before = at < 0 ? [] : claims.slice(0, at)
  const round = [...after, ...before]
  return {
    previous: before.findLast(shown)?.number ?? null,
    next: after.find(shown)?.number ?? null,
    nextUnsettled: round.find((claim) => !claim.settled && shown(claim))?.number ?? null,
  }
}

/** The claim to open when none is named: the first unsettled one shown, else the first shown, else the first of all. */
export function firstToOpen(
  claims: readonly DeskClaim[],
  shown: (claim: DeskClaim) => boolean,
): number | null {
  const seen = claims.filter(shown)
  return (seen.find((claim) => !claim.settled) ?? seen[0] ?? claims[0])?.number ?? null
}
