import { nodeHash } from './hashes.ts'

/** What proves that a leaf is in a tree. Hashes of 32 bytes. */
export interface InclusionClaim {
  readonly leaf: Buffer
  /** From 0. */
  readonly index: number
  readonly size: number
  readonly root: Buffer
  readonly path: readonly Buffer[]
}

/** Whether an inclusion proof holds. Source: RFC 9162, 2.1.3.2. */
export function inclusionHolds({ leaf, index, size, root, path }: InclusionClaim): boolean {
  if (!isPlace(index) || !isPlace(size) || index >= size) return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return false
    if (isOdd(place) || place === last) {
      hash = nodeHash(beside, hash)
      while (!isOdd(place) && place !== 0) [place, last] = [halfOf(place), halfOf(last)]
    } else {
      hash = nodeHash(hash, beside)
    }
    ;[place, last] = [halfOf(place), halfOf(last)]
  }
  return last === 0 && hash.equals(root)
}

/** What proves that a tree of `first` leaves grew into one of `second`. */
export interface ConsistencyClaim {
  readonly first: number
  readonly firstRoot: Buffer
  readonly second: number
  readonly secondRoot: Buffer
  readonly path: readonly Buffer[]
}

/** Whether a consistency proof holds. Source: RFC 9162, 2.1.4.2. */
export function consistencyHolds(claim: ConsistencyClaim): boolean {
  const { first, firstRoot, second, secondRoot, path } = claim
  if (!isPlace(first) || !isPlace(second) || first === 0 || first > second) return false
  if (first === second) return path.length === 0 && firstRoot.equals(secondRoot)
  const [start, ...others] = isPowerOfTwo(first) ? [firstRoot, ...path] : path
  if (start === undefined || (isPowerOfTwo(first) && path.length === 0)) return false
  let [place, last] = [first - 1, second - 1]
  while (isOdd(place)) [place, last] = [halfOf(place), halfOf(last)]
  let [older, newer] = [start, start]
  for (const beside of others) {
    if (last === 0) return false
    if (isOdd(place) || place === last) {
      older = nodeHash(beside, older)
      newer = nodeHash(beside, newer)
      while (!isOdd(place) && place !== 0) [place, last] = [halfOf(place), halfOf(last)]
    } else {
      newer = nodeHash(newer, beside)
    }
    ;[place, last] = [halfOf(place), halfOf(last)]
  }
  return last === 0 && older.equals(firstRoot) && newer.equals(secondRoot)
}

const isPlace = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isOdd = (n: number): boolean => n % 2 === 1
const halfOf = (n: number): number => Math.floor(n / 2)
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n))
