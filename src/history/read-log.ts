import { createHash } from 'node:crypto'
import { allRows, type Snapshot } from '../db/snapshot.ts'
import { type LoggedEvent, loggedEvent, SELECT_LOGGED } from './check-event.ts'
import type { ChainHeadRow } from './check-log.ts'
import type { StoredLevel } from './tree/check-stored-nodes.ts'
import type { SignedHead } from './tree/signed-head.ts'

/** What is read for checking a history: plain rows of one snapshot. */

/** All events in the order of their leaves, or those of one chain in the order of their numbers. */
export async function* readEvents(snapshot: Snapshot, chain?: string): AsyncGenerator<LoggedEvent[]> {
  const [which, args] = chain === undefined ? [' ORDER BY e."leaf"', []] : [OF_CHAIN, [chain]]
  for await (const rows of snapshot.rows(SELECT_LOGGED + which, args)) yield rows.map(loggedEvent)
}

const OF_CHAIN = ' WHERE e."chain" = ?1 ORDER BY e."seq"'

export async function readChainHeads(snapshot: Snapshot): Promise<ChainHeadRow[]> {
  const rows = await allRows(snapshot, 'SELECT "id", "seq", "hash" FROM "Chain"')
  return rows.map(([id, seq, hash]) => ({ id: String(id), seq: Number(seq), hash: String(hash) }))
}

/** All signed heads in the order of their sizes. */
export async function readHeads(snapshot: Snapshot): Promise<SignedHead[]> {
  const rows = await allRows(
    snapshot,
    `SELECT h."size", h."root", h."at", h."keyId", h."signature", k."publicKey"
     FROM "TreeHead" h LEFT JOIN "SigningKey" k ON k."id" = h."keyId" ORDER BY h."size"`,
  )
  return rows.map(([size, root, at, keyId, signature, publicKey]) => ({
    size: Number(size),
    root: String(root),
    at: new Date(String(at)),
    keyId: String(keyId),
    signature: String(signature),
    publicKey: String(publicKey),
  }))
}

/** What is stored of the tree, level by level; with a node out of its place, what no tree has. */
export async function readStoredLevels(snapshot: Snapshot): Promise<StoredLevel[]> {
  const levels = new Map<number, { nodes: number; readonly hash: ReturnType<typeof createHash> }>()
  const nodes = snapshot.rows(
    'SELECT "level", "position", "hash" FROM "TreeNode" ORDER BY "level", "position"',
  )
  for await (const rows of nodes)
    for (const [level, position, hash] of rows) {
      const known = levels.get(Number(level)) ?? { nodes: 0, hash: createHash('sha256') }
      levels.set(Number(level), known)
      known.hash.update(known.nodes === position ? `${String(hash)}\n` : 'out of place')
      known.nodes += 1
    }
  return [...levels].map(([level, { nodes, hash }]) => ({ level, nodes, digest: hash.digest('hex') }))
}
