import { createHash } from 'node:crypto'

/** RFC 9162's definitions, word for word: slow, and a measure for what is quick. */

const sha = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** 2.1.1: MTH(D[n]) */
export function mth(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries
  if (only === undefined) return sha()
  if (entries.length === 1) return sha(Uint8Array.of(0), only)
  const k = split(entries.length)
  return sha(Uint8Array.of(1), mth(entries.slice(0, k)), mth(entries.slice(k)))
}

/** 2.1.3.1: PATH(m, D[n]) */
export function path(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return []
  const k = split(entries.length)
  return m < k
    ? [...path(m, entries.slice(0, k)), mth(entries.slice(k))]
    : [...path(m - k, entries.slice(k)), mth(entries.slice(0, k))]
}

/** 2.1.4.1: PROOF(m, D[n]) */
export const proof = (m: number, entries: readonly Uint8Array[]): Buffer[] => subproof(m, entries, true)

function subproof(m: number, entries: readonly Uint8Array[], whole: boolean): Buffer[] {
  if (m === entries.length) return whole ? [] : [mth(entries)]
  const k = split(entries.length)
  return m <= k
    ? [...subproof(m, entries.slice(0, k), whole), mth(entries.slice(k))]
    : [...subproof(m - k, entries.slice(k), false), mth(entries.slice(0, k))]
}
