import type { Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { GrowingTree } from './growing-tree.ts'
import { loadLeaves, loadNodes } from './load-hashes.ts'
import { BLOCK, LOWEST_LEVEL } from './stored-nodes.ts'
import { nameOf, subtreesOf } from './subtrees.ts'

/** Leaves that are read at a time: a whole number of blocks. */
const LEAVES_AT_ONCE = 256 * BLOCK

/**
 * Stores the nodes over the first `size` events that are not stored yet, going on where the last one stopped; at most `most`
 * leaves' worth. Writers take turns, so that two processes do not store the same. False: nothing is left to do.
 */
export async function extendTree(tx: Transaction, size: number, most: number): Promise<boolean> {
  const from = await storedLeaves(tx)
  const end = Math.min(size - (size % BLOCK), from + most)
  if (from >= end) return false
  const tree = await treeOf(tx, from)
  for (let start = from; start < end; start += LEAVES_AT_ONCE) {
    const rows: { level: number; position: number; hash: string }[] = []
    for (const leaf of await loadLeaves(tx, { start, end: Math.min(start + LEAVES_AT_ONCE, end) }))
      tree.append(leaf, ({ level, position, hash }) => {
        if (level >= LOWEST_LEVEL) rows.push({ level, position, hash: hash.toString('hex') })
      })
    await insertRows(tx, 'TreeNode', rows)
  }
  return true
}

/** How many leaves, from the first on, the stored nodes stand over. */
async function storedLeaves(tx: Transaction): Promise<number> {
  const { _max } = await tx.treeNode.aggregate({ where: { level: LOWEST_LEVEL }, _max: { position: true } })
  return _max.position === null ? 0 : (_max.position + 1) * BLOCK
}

/** The tree over the first `size` events, from its stored nodes and the events beyond them. */
export async function treeOf(tx: Transaction, size: number): Promise<GrowingTree> {
  const end = size - (size % BLOCK)
  const parts = subtreesOf({ start: 0, end })
  const hashes = await loadNodes(tx, parts)
  const peaks = parts.map((part) => ({ level: part.level, hash: hashes.get(nameOf(part)) }))
  const tree = new GrowingTree(end, peaks.map(there))
  for (const leaf of await loadLeaves(tx, { start: end, end: size })) tree.append(leaf)
  return tree
}

function there({ level, hash }: { level: number; hash: Buffer | undefined }): {
  level: number
  hash: Buffer
} {
  if (hash === undefined) throw new Error(`A node of level ${level} of the tree is not stored`)
  return { level, hash }
}
