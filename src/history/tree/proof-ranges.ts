import { splitOf, type LeafRange } from './subtrees.ts'

/**
 * The ranges whose roots are the inclusion proof of leaf `index` in the tree of the first `size` leaves, from the leaf up.
 * Source: RFC 9162, 2.1.3.1. Needs 0 ≤ index < size.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const found: LeafRange[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      found.push({ start: middle, end })
      end = middle
    } else {
      found.push({ start, end: middle })
      start = middle
    }
  }
  return found.reverse()
}

/**
 * The ranges whose roots prove that the tree of `second` leaves begins with the tree of `first`, in the order of the proof.
 * Source: RFC 9162, 2.1.4.1. Needs 0 < first ≤ second; where they are the same, or nothing came first, there is nothing to prove.
 */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  const found: LeafRange[] = []
  let [start, end] = [0, second]
  while (first < end) {
    const middle = start + splitOf(end - start)
    if (first <= middle) {
      found.push({ start: middle, end })
      end = middle
    } else {
      found.push({ start, end: middle })
      start = middle
    }
  }
  if (start > 0) found.push({ start, end })
  return found.reverse()
}
