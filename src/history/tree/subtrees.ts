/** A full subtree: the `position`-th one, from 0, of 2^`level` leaves. */
export interface Subtree {
  readonly level: number
  readonly position: number
}

/** The leaves from `start` (included) to `end` (not), from 0. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** The name of a subtree, for a map. */
export const nameOf = ({ level, position }: Subtree): string => `${level}:${position}`

/** The leaves below a full subtree. Plain arithmetic, as positions may be beyond what bits of a number can say. */
export const leavesOf = ({ level, position }: Subtree): LeafRange => ({
  start: position * 2 ** level,
  end: (position + 1) * 2 ** level,
})

/** The largest power of two below n (n ≥ 2). */
export const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1)

/**
 * The full subtrees, from left to right and ever smaller, that a range of leaves is made of. `start` must be where a subtree
 * as large as the range begins: so do all the ranges of RFC 9162's proofs.
 */
export function subtreesOf({ start, end }: LeafRange): Subtree[] {
  const found: Subtree[] = []
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at))
    found.push({ level, position: at / 2 ** level })
    at += 2 ** level
  }
  return found
}
