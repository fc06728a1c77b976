import type { Database } from '../../db/database.ts'
import { inclusionRanges } from '../../history/tree/proof-ranges.ts'
import { loadRoots } from '../../history/tree/load-hashes.ts'
import type { Snapshot } from '../snapshot.ts'
import type { PackedProof } from './pack.ts'

interface Leaf {
  readonly seq: number
  readonly leaf: number
}

/**
 * That the last event and the publication are in the tree of the signed head of this size, and that the newest event before the
 * head that the snapshot names was in that one's. As the chain goes through all events, those prove the ones before them. The
 * last event's comes first.
 */
export async function loadProofs(
  db: Database,
  events: readonly Leaf[],
  published: number | null,
  { tree }: Pick<Snapshot, 'tree'>,
  size: number,
): Promise<PackedProof[]> {
  const [last, out] = [events.at(-1), events.find(({ seq }) => seq === published)]
  const then = events.findLast(({ leaf }) => leaf < (tree?.size ?? 0))
  return [
    ...(last === undefined ? [] : [await proofOf(db, last, size)]),
    ...(out === undefined || out === last ? [] : [await proofOf(db, out, size)]),
    ...(tree === null || then === undefined ? [] : [await proofOf(db, then, tree.size)]),
  ]
}

async function proofOf(db: Database, { seq, leaf }: Leaf, size: number): Promise<PackedProof> {
  const path = await loadRoots(db, inclusionRanges(leaf, size))
  return { seq, leaf, size, path: path.map((hash) => hash.toString('base64')) }
}
