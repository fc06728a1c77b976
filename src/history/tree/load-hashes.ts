import type { Database, Transaction } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { GrowingTree } from './growing-tree.ts'
import { eventLeaf, nodeHash } from './hashes.ts'
import { BLOCK, LOWEST_LEVEL } from './stored-nodes.ts'
import { type LeafRange, leavesOf, nameOf, type Subtree, subtreesOf } from './subtrees.ts'

/** How many events there are. */
export async function countEvents(db: Database | Transaction): Promise<number> {
  const [row] = await db.$queryRaw<{ size: number | bigint }[]>`
    SELECT COALESCE(MAX("leaf") + 1, 0) AS "size" FROM "Event"`
  return Number(row?.size ?? 0)
}

/** The leaves of a range, in order. */
export async function loadLeaves(db: Database | Transaction, { start, end }: LeafRange): Promise<Buffer[]> {
  const rows = await db.$queryRaw<{ hash: string }[]>`
    SELECT "hash" FROM "Event" WHERE "leaf" >= ${start} AND "leaf" < ${end} ORDER BY "leaf"`
  if (rows.length !== end - start) throw new Error(`Events are missing between leaf ${start} and leaf ${end}`)
  return rows.map(({ hash }) => eventLeaf(hash))
}

/** The hashes of stored nodes, by their names. */
export async function loadNodes(
  db: Database | Transaction,
  nodes: readonly Subtree[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (nodes.length === 0) return new Map()
  const pairs = nodes.map(
    ({ level, position }) => Prisma.sql`("level" = ${level} AND "position" = ${position})`,
  )
  const rows = await db.$queryRaw<{ level: number; position: number; hash: string }[]>`
    SELECT "level", "position", "hash" FROM "TreeNode" WHERE ${Prisma.join(pairs, ' OR ')}`
  return new Map(rows.map((row) => [nameOf(row), Buffer.from(row.hash, 'hex')]))
}

/**
 * The roots of ranges of leaves, as proofs are made of them: read from the stored nodes, and below these from the events.
 * Reads a number of rows that grows with the logarithm of the tree.
 * @throws Error what is stored of the tree does not reach as far
 */
export async function loadRoots(db: Database | Transaction, ranges: readonly LeafRange[]): Promise<Buffer[]> {
  const parts = ranges.map(subtreesOf)
  const all = parts.flat()
  const hashes = new Map(await loadNodes(db, all.filter(isStored)))
  const low = all.filter((part) => !isStored(part))
  for (const block of new Set(low.map((part) => Math.floor(leavesOf(part).start / BLOCK))))
    await addBlock(
      db,
      hashes,
      low.filter((part) => Math.floor(leavesOf(part).start / BLOCK) === block),
    )
  return parts.map((subtrees) => subtrees.map((part) => hashOf(hashes, part)).reduceRight(joined))
}

const isStored = ({ level }: Subtree): boolean => level >= LOWEST_LEVEL
const joined = (right: Buffer, left: Buffer): Buffer => nodeHash(left, right)

/** Adds the hashes of subtrees that lie under one stored node. */
async function addBlock(
  db: Database | Transaction,
  hashes: Map<string, Buffer>,
  parts: readonly Subtree[],
): Promise<void> {
  const start = Math.min(...parts.map((part) => leavesOf(part).start))
  const leaves = await loadLeaves(db, { start, end: Math.max(...parts.map((part) => leavesOf(part).end)) })
  for (const part of parts) {
    const tree = new GrowingTree()
    const range = leavesOf(part)
    for (const leaf of leaves.slice(range.start - start, range.end - start)) tree.append(leaf)
    hashes.set(nameOf(part), tree.root())
  }
}

function hashOf(hashes: ReadonlyMap<string, Buffer>, part: Subtree): Buffer {
  const hash = hashes.get(nameOf(part))
  if (hash === undefined) throw new Error(`The node ${nameOf(part)} of the tree is not stored`)
  return hash
}
