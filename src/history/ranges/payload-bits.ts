import { allRows, type Snapshot } from '../../db/snapshot.ts'

/**
 * Which rows of the texts are payloads of events: one bit for each, by its number in the SQLite file, shared by threads. So the
 * other texts are known once all events were read; joining the two tables for it took a second reading of both.
 */
export interface PayloadRows {
  readonly first: number
  readonly last: number
  readonly bits: Int32Array
}

/** Rows that bits are kept for, 256 MB of them: where numbers lie further apart there is something odd about them. */
const MOST_ROWS = 2 ** 31

/** No payloads yet. Null where rows have no such numbers (PostgreSQL), or odd ones. */
export async function payloadRows(snapshot: Snapshot): Promise<PayloadRows | null> {
  if (snapshot.kind !== 'sqlite') return null
  const [row] = await allRows(snapshot, 'SELECT MIN(rowid), MAX(rowid) FROM "SealedText"')
  const [first, last] = [Number(row?.[0] ?? 1), Number(row?.[1] ?? 0)]
  if (last - first >= MOST_ROWS) return null
  const words = Math.floor(Math.max(last - first, 0) / 32) + 1
  return { first, last, bits: new Int32Array(new SharedArrayBuffer(4 * words)) }
}

/** False: there is no such row. */
export function markPayload({ first, last, bits }: PayloadRows, row: number): boolean {
  if (!(row >= first && row <= last)) return false
  Atomics.or(bits, Math.floor((row - first) / 32), 1 << ((row - first) % 32))
  return true
}

export function isPayload({ first, bits }: PayloadRows, row: number): boolean {
  const at = row - first
  return (((bits[Math.floor(at / 32)] ?? 0) >>> (at % 32)) & 1) === 1
}
