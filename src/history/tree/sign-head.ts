import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict } from '../../errors.ts'
import { extendTree, treeOf } from './extend-tree.ts'
import { countEvents } from './load-hashes.ts'
import { type SignedHead, signatureOf } from './signed-head.ts'
import { takeSigningKey } from './signing-key.ts'

/** Leaves that one transaction stores the nodes of, so that nobody waits long behind a desk's first head. */
const LEAVES_PER_TURN = 16_384

/**
 * The signed head over all events that there are: signed now where the newest one does not reach as far. `at`: the present
 * instant; a head is never dated before the one that it follows, whatever the clock says.
 * @throws Conflict there are no events yet
 */
export async function currentHead(db: Database, at: Date): Promise<SignedHead> {
  while (await inTransaction(db, async (tx) => extendTree(tx, await countEvents(tx), LEAVES_PER_TURN)));
  return inTransaction(db, (tx) => signWithin(tx, at))
}

/** The same within a transaction that writes more; what was left of the tree to store is stored in it. */
export async function signWithin(tx: Transaction, at: Date): Promise<SignedHead> {
  const size = await countEvents(tx)
  if (size === 0) throw new Conflict('Nothing has happened on this desk yet, so there is nothing to sign.')
  const newest = await newestHead(tx)
  if (newest?.size === size) return newest
  await extendTree(tx, size, size)
  const root = (await treeOf(tx, size)).root().toString('hex')
  const { id: keyId, publicKey, privateKey } = await takeSigningKey(tx, at)
  const head = { size, root, at: newest !== null && newest.at > at ? newest.at : at }
  const signature = signatureOf(head, keyId, privateKey)
  await tx.treeHead.create({ data: { ...head, keyId, signature } })
  return { ...head, keyId, publicKey, signature }
}

const withKey = { key: { select: { publicKey: true } } }

type HeadWithKey = Omit<SignedHead, 'publicKey'> & { readonly key: { readonly publicKey: string } }

const asHead = ({ key, ...head }: HeadWithKey): SignedHead => ({ ...head, publicKey: key.publicKey })

/** The newest signed head, null before the first. */
export async function newestHead(db: Database | Transaction): Promise<SignedHead | null> {
  const head = await db.treeHead.findFirst({ orderBy: { size: 'desc' }, include: withKey })
  return head === null ? null : asHead(head)
}

/** The newest signed heads, newest first. */
export async function listHeads(db: Database, limit: number): Promise<readonly SignedHead[]> {
  const heads = await db.treeHead.findMany({ orderBy: { size: 'desc' }, include: withKey, take: limit })
  return heads.map(asHead)
}

/** The head signed over exactly this many events, or null. */
export async function headOf(db: Database, size: number): Promise<SignedHead | null> {
  const head = await db.treeHead.findUnique({ where: { size }, include: withKey })
  return head === null ? null : asHead(head)
}
